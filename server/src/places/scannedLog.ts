import type { EventFacts } from '../core/index';
import { isMailCall } from '../core/index';
import { lastNotAbove } from '../core/store/lastNotAbove';
import type { RowChunk } from '../core/store/rowChunk';
import { StoredFacts } from '../core/store/storedFacts';
import type { RowPlace } from '../core/store/storedRow';
import type { EventLog, NamesOfRows, Piece } from '../documents/eventLog';
import type { FileStretch, LogFiles, ScannedFile } from '../host/logFiles';

/** The events of a file on disk; their ranges are not at hand, for its text is not kept. */
export function scannedLog(file: ScannedFile, files: LogFiles | undefined): EventLog {
  return new ScannedLog(file, files);
}

/** There are tens of thousands of them, so that what they are asked for is made when it is asked. */
class ScannedLog implements EventLog {
  readonly uri: string;
  readonly pieces: readonly Piece[];
  readonly #file: ScannedFile;
  readonly #files: LogFiles | undefined;

  constructor(file: ScannedFile, files: LogFiles | undefined) {
    this.uri = file.uri;
    this.pieces = file.stretches.map((stretch) => new ScannedPiece(file, stretch));
    this.#file = file;
    this.#files = files;
  }

  get teaching(): Iterable<number> {
    return indexesIn(this.#file.stretches, ({ chunk, from, to }) =>
      chunk.particulars.teachingRows(from, to).filter((row) => chunk.service(row) !== 'other'),
    );
  }

  get network(): Iterable<number> {
    return indexesIn(this.#file.stretches, ({ chunk, from, to }) => networkRows(chunk, from, to));
  }

  get lost(): readonly string[] {
    const { notes, lost = [] } = this.#file;
    return [...notes.flatMap(({ message, isLoss }) => (isLoss ? message : [])), ...lost];
  }

  rangeOf(): null {
    return null;
  }

  async text(): Promise<string | undefined> {
    const read = await this.#files?.read(this.uri);
    return read === undefined || 'failure' in read ? undefined : read.text;
  }
}

function indexesIn(
  stretches: readonly FileStretch[],
  rowsOf: (stretch: FileStretch) => readonly number[],
): readonly number[] {
  return stretches.flatMap((stretch) => rowsOf(stretch).map((row) => stretch.index + row - stretch.from));
}

/** Of WorkMail. */
function networkRows(chunk: RowChunk, from: number, to: number): readonly number[] {
  const rows: number[] = [];
  for (let row = from; row < to; row++) {
    if (chunk.isNetwork(row) && isMailCall(chunk.service(row))) rows.push(row);
  }
  return rows;
}

/** The facts of a record of a scanned file, as far as its row tells them; undefined where there is none. */
export function scannedFacts(file: ScannedFile, index: number): EventFacts | undefined {
  const stretch = stretchOf(file, index);
  if (stretch === undefined || index < stretch.index || index - stretch.index >= stretch.to - stretch.from)
    return undefined;
  return new ScannedPiece(file, stretch).facts(stretch.from + index - stretch.index);
}

function stretchOf({ stretches }: ScannedFile, index: number): FileStretch | undefined {
  return stretches[lastNotAbove(stretches.length, (place) => stretches[place]?.index ?? 0, index)];
}

class ScannedPiece implements Piece {
  readonly rows: RowChunk;
  readonly from: number;
  readonly to: number;
  readonly index: number;
  readonly #file: ScannedFile;

  constructor(file: ScannedFile, { chunk, from, to, index }: FileStretch) {
    this.rows = chunk;
    this.from = from;
    this.to = to;
    this.index = index;
    this.#file = file;
  }

  get names(): NamesOfRows {
    return this.rows.tables;
  }

  facts(row: number): EventFacts {
    return new StoredFacts(this.rows, row, this.place(row));
  }

  requestID(row: number): string {
    return this.rows.requestID(row);
  }

  chunk(): RowChunk {
    return this.rows;
  }

  place(row: number): RowPlace {
    return { index: this.index + row - this.from, file: this.#file.uri, base: 0 };
  }
}
