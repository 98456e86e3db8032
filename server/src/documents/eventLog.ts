import type { Range } from 'vscode-languageserver';
import type { EventFacts, QuestionRow } from '../core/index';
import type { RowChunk } from '../core/store/rowChunk';
import { type RowPlace, StoredRow } from '../core/store/storedRow';
import type { Block } from './logIndex/block';

/** A log whose events are looked at together with those of others: an open document or a file on disk. */
export interface EventLog {
  readonly uri: string;
  /** Its records, or some of them, in the order of the log. */
  readonly pieces: readonly Piece[];
  /** Indexes of the events that teach something about ids, and of those that tell how a VPC endpoint saw a call of WorkMail. */
  readonly teaching: Iterable<number>;
  readonly network: Iterable<number>;
  /** What of it was not read, in sentences. */
  readonly lost: readonly string[];
  /** The characters of a record in an editor; null for a log on disk. */
  rangeOf(facts: EventFacts): Range | null;
  /** The text of the log, for questions that ask for it; undefined where it can't be read any more. */
  text(): Promise<string | undefined>;
}

/** What lists and groups of events ask of every row. */
export type ListedRows = Pick<
  Block,
  | 'service'
  | 'malformed'
  | 'outcome'
  | 'isNetwork'
  | 'time'
  | 'writtenTime'
  | 'copyId'
  | 'eventName'
  | 'eventSource'
  | 'kind'
>;

/** Gives the texts of the numbers of some rows. */
export interface NamesOfRows {
  textOf(number: number): string;
}

/** Rows of one log that follow each other, by their positions in a block or chunk. */
export interface Piece {
  readonly rows: ListedRows;
  readonly names: NamesOfRows;
  /** The end is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Of the first row among the records of the log. */
  readonly index: number;
  facts(row: number): EventFacts;
  requestID(row: number): string;
  /** The same rows, at the same positions, with all that questions ask for. */
  chunk(): RowChunk;
  /** Where a row stands, for the row of a question. */
  place(row: number): RowPlace;
}

/** A row as a question sees it. */
export function questionRow(piece: Piece, row: number, text: string | undefined): QuestionRow {
  const stored = new StoredRow(piece.chunk(), row, piece.place(row));
  return Object.assign(stored, { raw: () => text?.slice(stored.start, stored.end) ?? '' });
}
