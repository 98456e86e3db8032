import { FoundOfAlike } from './foundOfAlike';

/** Which rows are meant, asked once for all that have a number in common: see `AlikeRows`. */
export class MeantRows {
  readonly #found = new FoundOfAlike();

  /**
   * @param what by place; absent: each place is asked for
   * @param count how many places there are
   * @param isMeant follows from what the rows of a number have in common
   * @returns places, ascending
   */
  places(what: Uint32Array | undefined, count: number, isMeant: (place: number) => boolean): Uint32Array {
    const places = new Uint32Array(count);
    const meant = what && this.#found.of(what, (place) => (isMeant(place) ? 1 : 0));
    if (what !== undefined && meant !== undefined) return places.subarray(0, putAlike(what, meant, places));
    let found = 0;
    for (let place = 0; place < count; place++) if (isMeant(place)) places[found++] = place;
    return places.subarray(0, found);
  }
}

/** @param meant by number, plus one @returns how many places are meant */
function putAlike(what: Uint32Array, meant: Uint32Array, places: Uint32Array): number {
  let found = 0;
  for (let place = 0; place < what.length; place++) if ((meant[what[place] ?? 0] ?? 0) > 1) places[found++] = place;
  return found;
}
