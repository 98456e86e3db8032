import {
  alsoCalled,
  type Entities,
  exactly,
  type FieldName,
  fields,
  type Question,
  type QuestionRow,
} from '../core/index';

/** What an event has in common with others, as a question for all that have it. */
export interface Likeness {
  readonly field: FieldName;
  readonly value: string;
  readonly question: Question;
}

/** What is worth following, the likeliest first. */
const FOLLOWED: readonly FieldName[] = [
  'key',
  'actor',
  'session',
  'address',
  'target',
  'organization',
  'action',
  'error',
  'agent',
];
/** More targets of one event nobody follows. */
const MOST_TARGETS = 3;

/** The ways that lead from an event to others. */
export function likenesses(row: QuestionRow, entities: Entities): readonly Likeness[] {
  return FOLLOWED.flatMap((field) => {
    const told = fields[field];
    const texts = told.kind === 'text' || told.kind === 'address' ? told.textsOf(row) : [];
    const values = typeof texts === 'string' ? [texts] : texts.slice(0, MOST_TARGETS);
    return values
      .filter((value) => value !== '')
      .map((value): Likeness => {
        const asked = field === 'target' ? allTexts(row, value, entities) : [value];
        return { field, value, question: { kind: 'field', field, values: asked.map(exactly) } };
      });
  });
}

/** A mailbox is one thing, whether a call takes its id, its name or its address. */
function allTexts({ organization }: QuestionRow, target: string, entities: Entities): readonly string[] {
  const { ids, names } = alsoCalled(entities, organization, target);
  return Array.from(new Set([target, ...ids, ...names]));
}
