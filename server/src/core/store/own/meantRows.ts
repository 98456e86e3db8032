import { FoundOfAlike } from './foundOfAlike';

/** Which rows are meant, asked once for all that have a number in common: see `AlikeRows`. */
export class MeantRows {
  readonly #found = new FoundOfAlike();

  /** @param what by place @param isMeant follows from what the rows of a number have in common */
  places(what: Uint32Array, isMeant: (place: number) => boolean): readonly number[] {
    const meant = this.#found.of(what, (place) => (isMeant(place) ? 1 : 0));
    return meant === undefined ? placesThat(isMeant, what.length) : placesAlike(what, meant);
  }
}

/** Asks for each place. */
export function placesThat(isMeant: (place: number) => boolean, count: number): readonly number[] {
  const found: number[] = [];
  for (let place = 0; place < count; place++) if (isMeant(place)) found.push(place);
  return found;
}

function placesAlike(what: Uint32Array, meant: Uint32Array): readonly number[] {
  const found: number[] = [];
  for (let place = 0; place < what.length; place++) if ((meant[what[place] ?? 0] ?? 0) > 1) found.push(place);
  return found;
}
