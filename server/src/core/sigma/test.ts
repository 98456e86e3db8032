import type { FieldPath } from './fieldPath';

/** A value of a record that is neither object nor list. An object is held against a rule as its JSON text. */
export type Scalar = string | number | boolean;

/** What a detection asks of one field, or of all values of a record. */
export interface Leaf {
  /** Absent: a keyword, which any value of the record may answer. */
  readonly path: FieldPath | undefined;
  /** The field whose value is looked for (`fieldref`); absent for all other leaves. */
  readonly other?: FieldPath;
  /**
   * Of several values of a field one has to answer.
   *
   * @param value undefined where the record has none there, or null
   * @param other a value of the other field
   */
  readonly holds: (value: Scalar | undefined, other?: Scalar) => boolean;
}

/** What a rule asks of a record. */
export type Test =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Test[] }
  | { readonly kind: 'some'; readonly least: number; readonly of: readonly Test[] }
  | { readonly kind: 'not'; readonly of: Test }
  | { readonly kind: 'leaf'; readonly leaf: Leaf };

export function allOf(of: readonly Test[]): Test {
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'all', of };
}

export function anyOf(of: readonly Test[]): Test {
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'any', of };
}

/** Not not is nothing, so that no number of them makes a test deeper. */
export function notOf(test: Test): Test {
  return test.kind === 'not' ? test.of : { kind: 'not', of: test };
}

/** All leaves of a test. */
export function* leavesOf(test: Test): Generator<Leaf> {
  const waiting: Test[] = [test];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'leaf') yield next.leaf;
    else if (next.kind === 'not') waiting.push(next.of);
    else for (const each of next.of) waiting.push(each);
  }
}
