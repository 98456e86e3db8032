import type { SpeakingRows } from './speakingRows';

/** Rows of some principals. */
export interface RowsOfPrincipals {
  readonly each: SpeakingRows;
  readonly rows: Uint32Array;
  /** Of each of the rows. */
  readonly principals: Uint32Array;
}

/** Those of some of the principals. */
export function ofSome(
  { each, rows, principals }: RowsOfPrincipals,
  isAsked: (principal: number) => boolean,
): RowsOfPrincipals {
  const places: number[] = [];
  for (const [place, principal] of principals.entries()) if (isAsked(principal)) places.push(place);
  if (places.length === rows.length) return { each, rows, principals };
  return {
    each,
    rows: Uint32Array.from(places, (place) => rows[place] ?? 0),
    principals: Uint32Array.from(places, (place) => principals[place] ?? 0),
  };
}
