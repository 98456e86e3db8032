import { MARK_WORDS } from '../../core/store/eventMarks';
import { SeenEvents } from '../../core/store/seenEvents';
import { ALONE, DAMAGE, type Piece } from './messages';

/** Numbers of an event: how damaged the best copy is, plus one, its file, and its position among what is told of the file. */
const NUMBERS = 3;

/** Of events of which a damaged copy was met: which copy speaks, the least damaged one, and of those the first. */
export class Speakers {
  readonly #events = new SeenEvents();
  /** By number of the event. */
  #best = new Uint32Array(NUMBERS * 4096);
  readonly #rowsOfFiles = new Map<number, number>();

  /** Takes marks, those of a file in their order, and files in any. */
  add({ marks, flags, files }: Piece): void {
    let row = 0;
    for (const [file, rows] of files) {
      let position = this.#rowsOfFiles.get(file) ?? 0;
      for (let end = row + rows; row < end; row++, position++) {
        const flag = flags[row] ?? 0;
        if ((flag & ALONE) === 0)
          this.#take(this.#events.numberOf(marks, MARK_WORDS * row), flag & DAMAGE, file, position);
      }
      this.#rowsOfFiles.set(file, position);
    }
  }

  /** Whether a copy speaks for its event. */
  speaks(marks: Uint32Array, at: number, file: number, position: number): boolean {
    if (!this.#events.has(marks, at)) return true;
    const place = NUMBERS * this.#events.numberOf(marks, at);
    return this.#best[place + 1] === file && this.#best[place + 2] === position;
  }

  #take(event: number, damage: number, file: number, position: number): void {
    const place = NUMBERS * event;
    if (place >= this.#best.length) {
      const more = new Uint32Array(2 * this.#best.length);
      more.set(this.#best);
      this.#best = more;
    }
    const [best = 0, bestFile = 0, bestPosition = 0] = this.#best.subarray(place, place + NUMBERS);
    const isBetter =
      best === 0 ||
      damage + 1 < best ||
      (damage + 1 === best && (file < bestFile || (file === bestFile && position < bestPosition)));
    if (isBetter) this.#best.set([damage + 1, file, position], place);
  }
}
