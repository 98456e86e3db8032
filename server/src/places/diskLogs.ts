import type { CancellationToken } from 'vscode-languageserver';
import { type FieldOrder, sameOrders } from '../core/index';
import { type Analyze, analysing } from '../documents/analysing';
import type { Analysis } from '../documents/analysis';
import { type ExtractorFor, extractorFor } from '../documents/extractorFor';
import { LogText } from '../documents/logText';
import { drain } from '../host/cooperate';
import type { ReadNote } from '../host/logFiles';
import type { Platform } from '../host/platform';
import { fileKey } from '../wire/fileKey';
import type { PositionEncoding } from '../wire/positionEncoding';
import type { Settings } from '../wire/settings';

/** What came of reading a file as a whole. */
export type WholeLog = DiskLog | { readonly failure: string };

/** A log on disk, read like an open one. */
export interface DiskLog {
  readonly analysis: Analysis;
  /** What is wrong with the file around its text; empty for nearly all. */
  readonly notes: readonly ReadNote[];
  readonly isCompressed: boolean;
}

/** Longer texts are not kept for the next question. UTF-16 units. */
const LONGEST_KEPT = 64 * 1024 * 1024;
const NO_ORDERS: readonly FieldOrder[] = [];

/** Logs on disk, read and analysed as an open document is. */
export class DiskLogs {
  readonly #platform: Platform;
  readonly #analyze: Analyze;
  readonly #extractorFor: ExtractorFor;
  readonly #settings: Settings;
  readonly #encoding: PositionEncoding;
  #last: { readonly key: string; readonly orders: readonly FieldOrder[]; readonly log: DiskLog } | undefined;
  #analyses = 0;

  /** @param encoding of the positions that are told of these logs */
  constructor(platform: Platform, analyze: Analyze, settings: Settings, encoding: PositionEncoding) {
    this.#encoding = encoding;
    this.#platform = platform;
    this.#settings = settings;
    this.#analyze = analyze;
    this.#extractorFor = extractorFor(platform);
  }

  /**
   * Reads a file anew. The container of a file that is no log is `none`.
   *
   * @param hear is told how many records were read since the last time
   * @param orders of fields that calls in other logs have told
   * @returns undefined when it was called off, and where there are no files
   */
  async read(
    uri: string,
    token: Pick<CancellationToken, 'isCancellationRequested'>,
    hear: (records: number) => void = () => undefined,
    orders: readonly FieldOrder[] = NO_ORDERS,
  ): Promise<WholeLog | undefined> {
    const { files } = this.#platform;
    if (files === undefined) return undefined;
    const { limits } = await this.#settings.of(uri);
    const read = await files.read(uri, limits);
    if (token.isCancellationRequested) return undefined;
    if ('failure' in read) return read;
    const analysis = await this.analysed(uri, read.text, token, hear, orders);
    if (analysis === undefined) return undefined;
    const { notes, isCompressed } = read;
    const log = { analysis, notes, isCompressed };
    if (read.text.length <= LONGEST_KEPT) this.#last = { key: fileKey(uri), orders, log };
    return log;
  }

  /** A text analysed as if it lay at a uri. @returns undefined when it was called off */
  async analysed(
    uri: string,
    text: string,
    token: Pick<CancellationToken, 'isCancellationRequested'>,
    hear: (records: number) => void = () => undefined,
    orders: readonly FieldOrder[] = NO_ORDERS,
  ): Promise<Analysis | undefined> {
    const document = { uri, version: 0, text: LogText.of(text, this.#encoding), changes: undefined };
    // Ids of open documents grow from nought, so these can't meet them.
    const work = analysing(--this.#analyses, document, this.#analyze, this.#extractorFor, orders);
    return await drain(work, this.#platform, token, hear);
  }

  /** The same, from memory where it was the last to be read: who looks at one event often looks at its neighbour next. */
  async reread(
    uri: string,
    token: Pick<CancellationToken, 'isCancellationRequested'>,
    orders: readonly FieldOrder[] = NO_ORDERS,
  ): Promise<WholeLog | undefined> {
    const last = this.#last;
    if (last?.key === fileKey(uri)) {
      const needsNames = last.log.analysis.outline.lacksNames === true;
      if (!needsNames || sameOrders(last.orders, orders)) return last.log;
    }
    return this.read(uri, token, undefined, orders);
  }

  /** To be called when files may have changed. */
  forget(): void {
    this.#last = undefined;
  }
}
