import type { FieldName } from '../query/fields';
import type { FieldTerm } from '../query/question';
import { valueTest } from '../query/textTests';
import { literalsOf } from './literals';
import { distinct } from './positions';
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

/** Whether the text of a number is asked for. */
type IsAsked = (number: number) => boolean;

/** Looks at the rows that have particulars alone, and at each text once. */
export function thingStep(term: FieldTerm): Step {
  const parts = PARTS[term.field] ?? [];
  const literals = literalsOf(term);
  const askedIn = isAskedIn(term);
  return {
    cost: COST.column,
    narrow: ({ particulars }, rows, count) => {
      const isAsked = askedIn(particulars);
      if (isAsked === undefined) return 0;
      const telling = particulars.told.rows;
      let kept = 0;
      let at = 0;
      for (let place = 0; place < telling.length && at < count; place++) {
        const row = telling[place] ?? 0;
        while (at < count && (rows[at] ?? 0) < row) at++;
        if (at === count || rows[at] !== row) continue;
        if (particulars.somePart(place, parts, isAsked)) rows[kept++] = row;
      }
      return kept;
    },
    ...(literals !== undefined && { find: ({ particulars }) => rowsWith(particulars, literals, parts) }),
  };
}

/** Goes through the numbers of all rows at once: where one is a number of a text that is asked for, its row is looked at. */
function rowsWith(particulars: StoredParticulars, literals: readonly string[], parts: readonly Part[]): Uint32Array {
  const { rows, ends, numbers } = particulars.told;
  const found: number[] = [];
  for (const wanted of literals.flatMap((literal) => particulars.texts.numbersLike(literal))) {
    const isAsked: IsAsked = (number) => number === wanted;
    let place = 0;
    for (let at = numbers.indexOf(wanted); at >= 0; at = numbers.indexOf(wanted, at)) {
      while ((ends[place] ?? numbers.length) <= at) place++;
      if (particulars.somePart(place, parts, isAsked)) found.push(rows[place] ?? 0);
      // Whatever else the row says, it is known.
      at = ends[place] ?? numbers.length;
    }
  }
  return distinct(found);
}

/** @returns undefined where no text is asked for */
function isAskedIn(term: FieldTerm): (particulars: StoredParticulars) => IsAsked | undefined {
  const literals = literalsOf(term);
  if (literals !== undefined) {
    return ({ texts }) => {
      const numbers = literals.flatMap((literal) => texts.numbersLike(literal));
      return numbers.length === 0 ? undefined : (number) => numbers.includes(number);
    };
  }
  const test = valueTest(term);
  const known = new WeakMap<TextTable, Map<number, boolean>>();
  return ({ texts }) => {
    const answers = known.get(texts) ?? new Map<number, boolean>();
    known.set(texts, answers);
    return (number) => {
      const answer = answers.get(number) ?? test(texts.textOf(number).toLowerCase());
      answers.set(number, answer);
      return answer;
    };
  };
}
