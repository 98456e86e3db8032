/** Most numbers are below. */
const FIRST_ROOM = 256;
const [IS_MEANT, IS_NOT] = [1, 2];

/** Which rows are meant, asked once for all that have a number in common: see `AlikeRows`. */
export class MeantRows {
  /** By number; 0 where it was not asked. */
  #known: Uint8Array = new Uint8Array(FIRST_ROOM);

  /** @param what by place @param isMeant follows from what the rows of a number have in common */
  places(what: Uint32Array, isMeant: (place: number) => boolean): readonly number[] {
    const found: number[] = [];
    let known = this.#known;
    for (let place = 0; place < what.length; place++) {
      const number = what[place] ?? 0;
      let said = number < known.length ? (known[number] ?? 0) : 0;
      if (said === 0) {
        said = isMeant(place) ? IS_MEANT : IS_NOT;
        known = this.#learn(number, said);
      }
      if (said === IS_MEANT) found.push(place);
    }
    return found;
  }

  #learn(number: number, said: number): Uint8Array {
    if (number >= this.#known.length) {
      const more = new Uint8Array(2 * number);
      more.set(this.#known);
      this.#known = more;
    }
    // Of 0 nothing is known.
    if (number > 0) this.#known[number] = said;
    return this.#known;
  }
}
