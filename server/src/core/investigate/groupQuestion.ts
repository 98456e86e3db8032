import { serviceLabel } from '../explain/serviceLabel';
import type { FieldName } from '../query/fields';
import { parseQuestion } from '../query/parseQuestion';
import { printQuestion } from '../query/printQuestion';
import { allOf, exactly, notOf, type Question, type Value } from '../query/question';
import { weightNamed } from '../query/weights';
import { isMailCall } from '../record';
import type { GroupField } from './groupFields';
import { actionOfKey } from './groups';

/**
 * The question that picks the events of a group. Questions ask for all targets of an event, and a group by target holds those whose first
 * target it is: so the question of such a group may pick more.
 *
 * @param texts what the events of the group say in the field, where that is more than the key: the ids and names of one target
 */
export function groupQuestion(by: GroupField, key: string, texts: readonly string[] = [key]): Question {
  switch (by) {
    case 'action':
      return actionQuestion(key);
    case 'day':
      return term('time', key === '' ? NONE : { kind: 'time', from: key, to: key });
    case 'outcome':
      return term('outcome', { kind: 'word', word: key });
    case 'weight':
      return term('weight', weightNamed(key) ?? NONE);
    default:
      return term(by, ...(key === '' ? [NONE] : texts.map(exactly)));
  }
}

const NONE: Value = { kind: 'word', word: 'none' };

function actionQuestion(key: string): Question {
  const { service, name, isUnreadable } = actionOfKey(key);
  const text = (field: FieldName, said: string): Question => term(field, said === '' ? NONE : exactly(said));
  if (isUnreadable) return allOf([term('is', { kind: 'word', word: 'malformed' }), term('service', NONE)]);
  if (!isMailCall(service)) return text('service', serviceLabel(name));
  return allOf([term('service', exactly(SERVICES[service])), text('action', name)]);
}

/** As questions call them. */
const SERVICES = { workmail: 'workmail', messageflow: 'workmailmessageflow' } as const;

function term(field: FieldName, ...values: readonly Value[]): Question {
  return { kind: 'field', field, values };
}

/**
 * A question that asks for something more, or leaves it out, as a text. What stands there is kept as it is written; where it can't be
 * read, what comes new stands for itself.
 *
 * @param where what is asked already, empty for everything
 * @param more what is asked besides
 * @param isLeftOut whether events are wanted that do not answer it
 */
export function narrowed(where: string, more: string, isLeftOut: boolean): string {
  const asked = parseQuestion(where);
  const wanted = parseQuestion(more).question;
  const added = isLeftOut ? notOf(wanted) : wanted;
  const [known, parts] = [partsOf(asked.question), partsOf(added)].map((each) => each.map(printQuestion));
  if (asked.problems.length > 0 || known?.length === 0) return printQuestion(added);
  if (parts?.every((part) => known?.includes(part))) return where.trim();
  return `${inBrackets(asked.question, where.trim())} ${inBrackets(added, printQuestion(added))}`;
}

function partsOf(question: Question): readonly Question[] {
  return question.kind === 'all' ? question.of : [question];
}

/** A choice binds less than what stands side by side. */
function inBrackets({ kind }: Question, text: string): string {
  return kind === 'any' ? `(${text})` : text;
}
