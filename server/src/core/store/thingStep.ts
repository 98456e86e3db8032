import type { FieldName } from '../query/fields';
import type { FieldTerm } from '../query/question';
import { valueTest } from '../query/textTests';
import { COST, type Step } from './step';
import type { Part, StoredParticulars } from './storedParticulars';
import type { TextTable } from './texts';

/** What each field looks at. */
const PARTS: Partial<Readonly<Record<FieldName, readonly Part[]>>> = {
  made: ['made'],
  names: ['made', 'named', 'targets'],
  target: ['targets'],
};

/** Whether a term asks for ids or names of things as texts: few rows of a log have any. */
export function asksThings({ field, values }: FieldTerm): boolean {
  return PARTS[field] !== undefined && values.every(({ kind }) => kind === 'pattern') && !asksNothing(values);
}

/** An empty value asks for rows that have none. */
function asksNothing(values: FieldTerm['values']): boolean {
  return values.some((value) => value.kind === 'pattern' && value.parts.length === 0);
}

/** Looks at the rows that have particulars alone, and at each text once. */
export function thingStep(term: FieldTerm): Step {
  const parts = PARTS[term.field] ?? [];
  const test = valueTest(term);
  const known = new WeakMap<TextTable, Map<number, boolean>>();
  const answersOf = ({ texts }: StoredParticulars): ((number: number) => boolean) => {
    const answers = known.get(texts) ?? new Map<number, boolean>();
    known.set(texts, answers);
    return (number) => {
      const answer = answers.get(number) ?? test(texts.textOf(number).toLowerCase());
      answers.set(number, answer);
      return answer;
    };
  };
  return {
    cost: COST.column,
    narrow: ({ particulars }, rows, count) => {
      const holds = answersOf(particulars);
      const telling = particulars.told.rows;
      let kept = 0;
      let at = 0;
      for (let place = 0; place < telling.length && at < count; place++) {
        const row = telling[place] ?? 0;
        while (at < count && (rows[at] ?? 0) < row) at++;
        if (at === count || rows[at] !== row) continue;
        if (particulars.somePart(place, parts, holds)) rows[kept++] = row;
      }
      return kept;
    },
  };
}
