import type { Range } from 'vscode-languageserver';
import { type EventFacts, lostOf } from '../core/index';
import { toldContent } from '../core/store/own/contentKey';
import type { RowChunk } from '../core/store/rowChunk';
import type { RowPlace } from '../core/store/storedRow';
import { type Analysis, factsAt, problemsOfLog, textFieldAt } from './analysis';
import type { EventLog, NamesOfRows, Piece } from './eventLog';
import type { BlockInLog } from './logIndex/logIndex';
import type { RequestIds } from './logIndex/requestIds';
import { rangeOf } from './lsp';
import type { OpenChunks } from './openChunks';

/** What was read of open logs again, and is kept from version to version. */
export interface ReadAgain {
  readonly requestIds: RequestIds;
  readonly chunks: OpenChunks;
}

/** The events of an open log, with ranges in its text. */
export function openLog(analysis: Analysis, readAgain: ReadAgain): EventLog {
  return logOf(analysis, readAgain, (each) => rangeOf(analysis.text, each));
}

/** A log that was read from disk as a whole: no editor shows its text. @param reasons why only a part of it could be read; empty for nearly all */
export function readLog(analysis: Analysis, readAgain: ReadAgain, reasons: readonly string[]): EventLog {
  return logOf(analysis, readAgain, () => null, reasons);
}

function logOf(
  analysis: Analysis,
  readAgain: ReadAgain,
  range: (facts: EventFacts) => Range | null,
  reasons: readonly string[] = [],
): EventLog {
  const { blocks } = analysis.index;
  return {
    uri: analysis.uri,
    pieces: blocks.map((block) => new OpenPiece(analysis, block, readAgain)),
    teaching: indexes(blocks, ({ block }) => block.teaches.keys()),
    network: indexes(blocks, ({ block }) => block.network),
    get lost() {
      return [...reasons, ...lostOf(problemsOfLog(analysis))];
    },
    rangeOf: range,
    text: async () => analysis.text.whole(),
  };
}

function indexes(blocks: readonly BlockInLog[], rowsOf: (block: BlockInLog) => Iterable<number>): Iterable<number> {
  return {
    *[Symbol.iterator]() {
      for (const each of blocks) for (const row of rowsOf(each)) yield each.first + row;
    },
  };
}

/** A block of the index of a log. */
class OpenPiece implements Piece {
  readonly rows: BlockInLog['block'];
  readonly names: NamesOfRows;
  readonly from = 0;
  readonly to: number;
  readonly index: number;
  readonly #analysis: Analysis;
  readonly #base: number;
  readonly #readAgain: ReadAgain;

  constructor(analysis: Analysis, { block, base, first }: BlockInLog, readAgain: ReadAgain) {
    this.rows = block;
    this.names = analysis.index.names;
    this.to = block.count;
    this.index = first;
    this.#analysis = analysis;
    this.#base = base;
    this.#readAgain = readAgain;
  }

  facts(row: number): EventFacts {
    const facts = factsAt(this.#analysis, this.index + row, () => toldContent(this.chunk(), row));
    if (facts === undefined) throw new Error('A row that its index does not have.');
    return facts;
  }

  requestID(row: number): string {
    const read = (): string => textFieldAt(this.#analysis, this.index + row, 'requestID');
    return this.#readAgain.requestIds.of(this.rows, row, read);
  }

  chunk(): RowChunk {
    return this.#readAgain.chunks.of(this.#analysis, { block: this.rows, base: this.#base, first: this.index });
  }

  place(row: number): RowPlace {
    return { index: this.index + row, file: this.#analysis.uri, base: this.#base };
  }
}
