/** Acts of a sequence that share what its steps share, as they happened. */
export interface Strand {
  /** Positions among all acts, ascending. */
  readonly acts: number[];
  /** What each of them is: see `sequence.ts`. */
  readonly roles: number[];
}
