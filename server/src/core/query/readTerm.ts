import { fieldNamed, nearestField } from './fieldNamed';
import { type FieldName, fields } from './fields';
import type { FieldTerm, FoundTerm, Pattern, Value } from './question';
import { inQuotes, type QuestionProblems } from './questionProblem';
import { readValue } from './readValue';
import type { QuestionSpan, WrittenTerm, WrittenValue } from './tokens';

/** The term that is written; undefined where nothing of it can be read. Values that can't be read are left out. */
export function readTerm(written: WrittenTerm, problems: QuestionProblems): FieldTerm | FoundTerm | undefined {
  for (const { openQuote, end } of written.values) {
    if (openQuote === undefined) continue;
    problems.say(
      { start: openQuote, end },
      'This quote is not closed: write " behind the text, and \\" for one inside.',
    );
  }
  if (written.field === undefined) return readFound(written, problems);
  const field = fieldNamed(written.field.name);
  if (field !== undefined) return readField(field, written, problems);
  // Looking for it takes longer than all of the rest.
  if (problems.areEnough) return undefined;
  const near = nearestField(written.field.name);
  const advice = near === undefined ? '' : ` Did you mean ${near}?`;
  const message = `There is no field ${inQuotes(written.field.name)}.${advice} To look for the text itself, put it in quotes.`;
  problems.say(written.field, message, near);
  return undefined;
}

function readFound({ values }: WrittenTerm, problems: QuestionProblems): FoundTerm | undefined {
  const texts: Pattern[] = [];
  for (const value of values) {
    if (value.parts.length > 0) texts.push({ kind: 'pattern', parts: value.parts });
    else if (value.isQuoted) problems.say(value, 'There is nothing between these quotes: write what to look for.');
    else problems.say(commaBeside(value, values), `A text is missing beside this comma. ${COMMAS}`);
  }
  return texts.length === 0 ? undefined : { kind: 'found', texts };
}

function readField(field: FieldName, written: WrittenTerm, problems: QuestionProblems): FieldTerm | undefined {
  const values: Value[] = [];
  for (const value of written.values) {
    if (value.parts.length === 0 && !value.isQuoted) {
      if (written.values.length > 1) {
        problems.say(commaBeside(value, written.values), `A value of ${field} is missing beside this comma. ${COMMAS}`);
      } else {
        problems.say(written, `A value is missing: write it right behind the colon, as in ${fields[field].example}.`);
      }
      continue;
    }
    const read = readValue(field, value);
    if ('value' in read) values.push(read.value);
    else problems.say(value, read.wrong, read.meant);
  }
  return values.length === 0 ? undefined : { kind: 'field', field, values };
}

const COMMAS = 'A comma stands between values; one that belongs to a value is put in quotes.';

/** The comma before a value that is missing, or behind it where it is the first. */
function commaBeside(value: WrittenValue, values: readonly WrittenValue[]): QuestionSpan {
  const isFirst = value === values[0];
  return isFirst ? { start: value.end, end: value.end + 1 } : { start: value.start - 1, end: value.start };
}
