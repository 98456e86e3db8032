import { Extractor } from '../../server/src/extract/extractor';
import { scanExtracted } from '../../server/src/node/scan/extracted';
import { KeptRows } from '../../server/src/node/scan/keptRows';
import type { Piece, WrittenForm } from '../../server/src/node/writing/messages';
import { Turns } from '../../server/src/node/writing/turns';
import { WritingThread } from '../../server/src/node/writing/writingThread';
import { askedOf } from '../../server/src/places/asked';
import { shippedModule } from './extractor';

/** Writes the lines of logs as threads of an export do: in the module, and in TypeScript alone. */
export class WrittenBothWays {
  readonly #module: Way;
  readonly #typeScript: Way;
  /** Rows of the logs so far that were written. */
  rows = 0;
  #logs = 0;

  constructor(form: WrittenForm) {
    this.#module = new Way(form, true);
    this.#typeScript = new Way(form, false);
  }

  /** How many of the logs so far were written as they lie in the extractor. */
  get plainLogs(): number {
    return this.#module.plain;
  }

  /** The first line of a log that differs, written in each way; undefined where none does. */
  difference(log: Uint8Array): readonly [string, string] | undefined {
    const [one, other] = [this.#module.lines(log), this.#typeScript.lines(log)];
    if (++this.#logs % FORGETS === 0) this.#module.forget();
    this.rows += other.length;
    const at = Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).find(
      (index) => one[index] !== other[index],
    );
    return at === undefined ? undefined : [one[at] ?? '', other[at] ?? ''];
  }
}

const SEED = 1;
const NAME = '=log "1".json';
/** Behind so many logs one of the two begins its numbers of texts anew, which must not show. */
const FORGETS = 7;

class Way {
  readonly #extractor = Extractor.of(shippedModule());
  #rows = new KeptRows(this.#extractor, true, false);
  readonly #asked = askedOf({ service: 'none', keepsRows: true })('log.json');
  readonly #thread: WritingThread;
  #pieces: Piece[] = [];
  /** Logs that were written as they lie in the extractor. */
  plain = 0;

  constructor(form: WrittenForm, isInModule: boolean) {
    const orders = { form, seed: SEED, where: '', isInModule, turns: new Turns().shared };
    this.#thread = new WritingThread(orders, this.#extractor, this.#rows, () => this.#take());
  }

  /** Each with its flags; none where the extractor does not take the log. */
  lines(log: Uint8Array): readonly string[] {
    const bytes = Buffer.from(log);
    this.#thread.begin(0);
    if (this.#extractor !== undefined) this.#write(bytes, this.#extractor);
    this.#take();
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces.flatMap(({ bytes: written, ends, flags, marks }) =>
      Array.from(ends, (end, row) => {
        const line = Buffer.from(written.subarray(row === 0 ? 0 : ends[row - 1], end)).toString('latin1');
        return `${flags[row]} ${marks.subarray(4 * row, 4 * row + 4)} ${line}`;
      }),
    );
  }

  #write(bytes: Buffer, extractor: Extractor): void {
    const asked = this.#asked;
    if (this.#thread.writePlain({ name: NAME, bytes, asked })) {
      this.plain++;
      return;
    }
    if (scanExtracted(bytes, asked, extractor, this.#rows) === undefined) return;
    this.#thread.write({ name: NAME, extracted: bytes, text: () => bytes.toString() });
  }

  /** As a thread does that knows much. */
  forget(): void {
    this.#extractor?.forget();
    this.#rows = new KeptRows(this.#extractor, true, false);
    this.#thread.forget(this.#rows);
  }

  #take(): void {
    const piece = this.#thread.take();
    if (piece !== undefined) this.#pieces.push(piece);
  }
}
