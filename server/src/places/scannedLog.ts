import type { EventFacts } from '../core/index';
import { lastNotAbove } from '../core/store/lastNotAbove';
import type { RowChunk } from '../core/store/rowChunk';
import { StoredFacts } from '../core/store/storedFacts';
import type { RowPlace } from '../core/store/storedRow';
import type { EventLog, NamesOfRows, Piece } from '../documents/eventLog';
import type { FileStretch, LogFiles, ScannedFile } from '../host/logFiles';

/** The events of a file on disk; their ranges are not at hand, for its text is not kept. */
export function scannedLog(file: ScannedFile, files: LogFiles | undefined): EventLog {
  const { uri, events, stretches } = file;
  const some = (isWanted: (facts: EventFacts) => boolean): readonly number[] =>
    events.flatMap((facts) => (isWanted(facts) ? [facts.index] : []));
  return {
    uri,
    pieces: stretches.map((stretch) => new ScannedPiece(file, stretch)),
    teaching: some(({ learned }) => learned.length > 0),
    network: some(({ endpoint }) => endpoint !== undefined),
    rangeOf: () => null,
    async text() {
      const read = await files?.read(uri);
      return read === undefined || 'failure' in read ? undefined : read.text;
    },
  };
}

/** The facts of a record of a scanned file: kept of events of WorkMail and of the damaged, of all others what their row says. */
export function scannedFacts(file: ScannedFile, index: number): EventFacts | undefined {
  const { from, to, ...stretch } = stretchOf(file, index) ?? { from: 0, to: 0, chunk: undefined, index: 0 };
  if (stretch.chunk === undefined || index < stretch.index || index - stretch.index >= to - from)
    return keptFacts(file, index);
  return new ScannedPiece(file, { ...stretch, chunk: stretch.chunk, from, to }).facts(from + index - stretch.index);
}

function stretchOf({ stretches }: ScannedFile, index: number): FileStretch | undefined {
  return stretches[lastNotAbove(stretches.length, (place) => stretches[place]?.index ?? 0, index)];
}

/** @returns undefined for an event of which no more is kept than its row */
function keptFacts({ events }: ScannedFile, index: number): EventFacts | undefined {
  const facts = events[lastNotAbove(events.length, (place) => events[place]?.index ?? 0, index)];
  return facts?.index === index ? facts : undefined;
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
    const place = this.place(row);
    return keptFacts(this.#file, place.index) ?? new StoredFacts(this.rows, row, place);
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
