import { secondsTime } from '../../core';

/** `YYYY-MM-DDTHH:MM:` */
const MINUTE_LENGTH = 17;
const ZERO = 0x30;
const CAPITAL_Z = 0x5a;

/**
 * Reads the times of a log's records, in the form `YYYY-MM-DDTHH:MM:SSZ`. The records of a log lie within minutes, so each
 * minute is worked out once and then recognised.
 */
export class Minutes {
  readonly #bytes: Buffer;
  /** Where the minute that was worked out last stands, and what it is in milliseconds. */
  #known = -1;
  #start = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** In milliseconds since 1970 UTC; undefined where no such time stands. */
  at(place: number): number | undefined {
    const seconds = this.#isKnown(place) ? this.#secondsAt(place + MINUTE_LENGTH) : undefined;
    if (seconds !== undefined) return this.#start + 1000 * seconds;
    const time = secondsTime(this.#bytes, place);
    if (time !== undefined) {
      this.#known = place;
      this.#start = time - 1000 * (this.#secondsAt(place + MINUTE_LENGTH) ?? 0);
    }
    return time;
  }

  #isKnown(place: number): boolean {
    if (this.#known < 0) return false;
    for (let at = MINUTE_LENGTH - 1; at >= 0; at--) {
      if (this.#bytes[place + at] !== this.#bytes[this.#known + at]) return false;
    }
    return true;
  }

  /** Undefined for anything but 00 to 59 and a `Z`. */
  #secondsAt(place: number): number | undefined {
    const tens = (this.#bytes[place] ?? 0) - ZERO;
    const ones = (this.#bytes[place + 1] ?? 0) - ZERO;
    const isPlain = tens >= 0 && tens <= 5 && ones >= 0 && ones <= 9 && this.#bytes[place + 2] === CAPITAL_Z;
    return isPlain ? 10 * tens + ones : undefined;
  }
}
