import { MARK_WORDS } from '../../core/store/eventMarks';
import { SeenEvents } from '../../core/store/seenEvents';
import { ALONE, DAMAGE, LOST, MAY_BE_PART, type Piece } from './messages';
import type { SilentRecords } from './silentRecords';
import type { Speakers } from './speakers';

/** Tells of rows, in the order of the logs, which of them speak for their events. */
export class SpeakingRows {
  /** By file, rows that speak and could not be written. */
  readonly lost = new Map<number, number>();
  readonly #seen = new SeenEvents();
  readonly #findSpeakers: () => Promise<Speakers>;
  #speakers: Promise<Speakers> | undefined;
  readonly #findSilent: () => Promise<SilentRecords>;
  #finding: Promise<SilentRecords> | undefined;
  #silent: SilentRecords | undefined;
  #file = -1;
  #position = 0;

  /**
   * Both look through all logs.
   *
   * @param findSpeakers is asked when a damaged copy of an event is met before any other
   * @param findSilent is asked when a record is met that may be a part of another one
   */
  constructor(findSpeakers: () => Promise<Speakers>, findSilent: () => Promise<SilentRecords>) {
    this.#findSpeakers = findSpeakers;
    this.#findSilent = findSilent;
  }

  /** @param row of the piece; all rows of a file are asked for in their order */
  speaks({ marks, flags }: Piece, row: number, file: number): boolean | Promise<boolean> {
    if (file !== this.#file) this.#position = 0;
    this.#file = file;
    const position = this.#position++;
    const flag = flags[row] ?? 0;
    const at = MARK_WORDS * row;
    if ((flag & ALONE) !== 0) return this.#told(true, flag, file);
    if ((flag & MAY_BE_PART) !== 0) {
      if (this.#silent !== undefined) return this.#told(!this.#silent.has(file, position), flag, file);
      this.#finding ??= this.#findSilent();
      return this.#finding.then((silent) => {
        this.#silent = silent;
        return this.#told(!silent.has(file, position), flag, file);
      });
    }
    if ((flag & DAMAGE) === 0) return this.#told(this.#enter(marks, at), flag, file);
    if (this.#seen.has(marks, at)) return false;
    this.#speakers ??= this.#findSpeakers();
    return this.#speakers.then((speakers) =>
      this.#told(speakers.speaks(marks, at, file, position) && this.#enter(marks, at), flag, file),
    );
  }

  #enter(marks: Uint32Array, at: number): boolean {
    const { count } = this.#seen;
    return this.#seen.numberOf(marks, at) === count;
  }

  #told(speaks: boolean, flag: number, file: number): boolean {
    if (speaks && (flag & LOST) !== 0) this.lost.set(file, (this.lost.get(file) ?? 0) + 1);
    return speaks;
  }
}
