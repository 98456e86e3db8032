import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  type Disposable,
  Emitter,
  type Event,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { distinctOrders, type FieldOrder, sameOrders } from '../core/index';
import { cancelled, drain } from '../host/cooperate';
import type { Platform } from '../host/platform';
import { distinctLogs } from '../wire/distinctLogs';
import type { PositionEncoding } from '../wire/positionEncoding';
import { type Analyze, analysing, failedAnalysis, followed } from './analysing';
import { type Analysis, isVirtual } from './analysis';
import { type ExtractorFor, extractorFor } from './extractorFor';
import { type Change, type OpenText, openTexts } from './openText';
import { ordersIn } from './ordersIn';

/** One version of an open document, and what is known of it. A change makes a new one and calls off the old. */
interface OpenVersion {
  readonly stop: CancellationTokenSource;
  /** Settles when the reading has ended, one way or another; never rejects. */
  readonly done: Promise<void>;
  /** Undefined until then, and for a text that is no log. */
  analysis: Analysis | undefined;
  /** The newest analysis there was before, and what has changed since; undefined where the whole text is new. */
  readonly basis: Basis | undefined;
  /** Whether the log was told of under an earlier version, so that its end has to be told too. */
  wasLog: boolean;
}

interface Basis {
  readonly analysis: Analysis;
  readonly changes: readonly Change[];
}

const NO_ORDERS: readonly FieldOrder[] = [];

/** Of more changes at once, as a replacement in all of a log makes them, each is not followed by itself. */
const MOST_CHANGES = 100;

/**
 * The open documents and what is known of their newest version: the one server-side state of open logs.
 *
 * Documents that are no logs are kept, because an edit can make logs of them; whoever asks is told nothing of them.
 */
export class Documents {
  readonly #connection: Connection;
  readonly #platform: Platform;
  readonly #analyze: Analyze;
  readonly #extractorFor: ExtractorFor;
  readonly #texts: TextDocuments<OpenText>;
  readonly #open = new Map<string, OpenVersion>();
  readonly #changed = new Emitter<string>();
  /** What lines of values that lack the names of their fields were read with; see `ordersIn`. */
  readonly #readWith = new WeakMap<Analysis, readonly FieldOrder[]>();
  /** What calls in logs that no editor holds tell of such lines. */
  #elsewhere = NO_ORDERS;
  #revision = 0;
  #analyses = 0;

  /** A log was read, changed into something else, or closed. Gives its uri. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(connection: Connection, platform: Platform, analyze: Analyze, encoding: PositionEncoding) {
    this.#texts = new TextDocuments(openTexts(encoding));
    this.#connection = connection;
    this.#platform = platform;
    this.#analyze = analyze;
    this.#extractorFor = extractorFor(platform);
  }

  listen(): Disposable {
    this.#texts.onDidChangeContent(({ document }) => this.#read(document));
    this.#texts.onDidClose(({ document }) => this.#close(document.uri));
    return this.#texts.listen(this.#connection);
  }

  /** Grows whenever something is told to have changed. */
  get revision(): number {
    return this.#revision;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** A log as far as its newest version has been read; undefined while it is being read. */
  latest(uri: string): Analysis | undefined {
    return this.#open.get(uri)?.analysis;
  }

  /** The newest version of a log, which is waited for. Undefined when the document is not open or no log. */
  async newest(uri: string, token: CancellationToken): Promise<Analysis | undefined> {
    while (true) {
      const version = this.#open.get(uri);
      if (version === undefined) return undefined;
      await settled(version.done, token);
      if (this.#open.get(uri) === version) return version.analysis;
    }
  }

  /**
   * The version that is the newest now, for a question about a position in it.
   *
   * @throws ResponseError ContentModified when the text changes before it was read
   */
  async asSeen(uri: string, token: CancellationToken): Promise<Analysis | undefined> {
    const version = this.#open.get(uri);
    if (version === undefined) return undefined;
    await settled(version.done, token);
    if (this.#open.get(uri) === version) return version.analysis;
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since the question was asked.');
  }

  /** The newest versions of all logs, in the order they were opened; of each log one, see `distinctLogs`. */
  async all(token: CancellationToken): Promise<readonly Analysis[]> {
    while (true) {
      const versions = Array.from(this.#open.values());
      for (const { done } of versions) await settled(done, token);
      const now = Array.from(this.#open.values());
      if (now.length === versions.length && now.every((version, at) => version === versions[at])) {
        const logs = now.flatMap(({ analysis }) => (analysis === undefined || analysis.isVirtual ? [] : analysis));
        return distinctLogs(logs);
      }
    }
  }

  /** What calls tell of the lines of values that other logs hold, as far as logs have been read. */
  get orders(): readonly FieldOrder[] {
    const open = Array.from(this.#open.values());
    const told = open.flatMap(({ analysis }) => (analysis === undefined ? [] : ordersIn(analysis)));
    return distinctOrders([...told, ...this.#elsewhere]);
  }

  /** The same, once the newest versions of all open logs have been read. */
  async allOrders(token: CancellationToken): Promise<readonly FieldOrder[]> {
    await this.all(token);
    return this.orders;
  }

  /** Takes what calls tell in logs that no editor holds, in the stead of what was taken before. */
  takeOrders(elsewhere: readonly FieldOrder[]): void {
    if (sameOrders(elsewhere, this.#elsewhere)) return;
    this.#elsewhere = elsewhere;
    this.#readNameless();
  }

  #read(document: OpenText): void {
    const { uri } = document;
    const before = this.#open.get(uri);
    before?.stop.cancel();
    const stop = new CancellationTokenSource();
    const wasLog = before?.analysis !== undefined || before?.wasLog === true;
    const basis = basisOf(before, document);
    const reading = this.#analysed(document, basis, stop.token);
    const version: OpenVersion = {
      stop,
      basis,
      analysis: undefined,
      wasLog,
      done: reading.then((found) => publish(found)),
    };
    const publish = (found: Analysis | undefined): void => {
      if (this.#open.get(uri) !== version) return;
      version.analysis = found;
      if (found !== undefined || version.wasLog) this.#tell(uri);
      version.wasLog = false;
      if (found !== undefined) this.#readNameless();
    };
    this.#open.set(uri, version);
  }

  /** Lines of values that lack the names of their fields are read again when a call in another log tells more of them. */
  #readNameless(): void {
    const lacking = Array.from(this.#open).filter(([, { analysis }]) => analysis?.outline.lacksNames === true);
    if (lacking.length === 0) return;
    const { orders } = this;
    for (const [uri, { analysis }] of lacking) {
      const document = this.#texts.get(uri);
      const before = (analysis && this.#readWith.get(analysis)) ?? NO_ORDERS;
      if (document !== undefined && !sameOrders(orders, before)) this.#read(document);
    }
  }

  /** A text that can't be read because of a mistake of ours must not take other documents with it. */
  async #analysed(
    document: OpenText,
    basis: Basis | undefined,
    token: CancellationToken,
  ): Promise<Analysis | undefined> {
    const id = ++this.#analyses;
    try {
      const work = this.#analysing(id, document, basis);
      const analysis = await drain(work, this.#platform, token, () => undefined);
      return analysis?.outline.container === 'none' ? undefined : analysis;
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#connection.console.error(`${document.uri} could not be analysed. ${reason}`);
      return failedAnalysis(id, document);
    }
  }

  *#analysing(id: number, document: OpenText, basis: Basis | undefined): Generator<number, Analysis> {
    const known = basis && followed(id, basis.analysis, document, basis.changes);
    if (known !== undefined) return known;
    const found = yield* analysing(id, document, this.#analyze, this.#extractorFor);
    const orders = found.outline.lacksNames === true ? this.orders : NO_ORDERS;
    if (orders.length === 0) return found;
    const read = yield* analysing(id, document, this.#analyze, this.#extractorFor, orders);
    this.#readWith.set(read, orders);
    return read;
  }

  #close(uri: string): void {
    const version = this.#open.get(uri);
    version?.stop.cancel();
    this.#open.delete(uri);
    if (version?.analysis !== undefined || version?.wasLog === true) this.#tell(uri);
    if (version?.analysis !== undefined) this.#readNameless();
  }

  /** Our own documents show what is told already: nothing changes with them. */
  #tell(uri: string): void {
    if (isVirtual(uri)) return;
    this.#revision++;
    this.#changed.fire(uri);
  }
}

/** What a document was made of: while one version is still being read, the next one is made of what that one was made of. */
function basisOf(before: OpenVersion | undefined, { changes }: OpenText): Basis | undefined {
  if (before === undefined || changes === undefined) return undefined;
  const { analysis, basis } = before;
  const all = analysis === undefined ? [...(basis?.changes ?? []), ...changes] : changes;
  const from = analysis ?? basis?.analysis;
  return from === undefined || all.length > MOST_CHANGES ? undefined : { analysis: from, changes: all };
}

/** Waits for the work, but no longer than the one who asked. */
async function settled(work: Promise<void>, token: CancellationToken): Promise<void> {
  if (!token.isCancellationRequested) {
    await new Promise<void>((resolve) => {
      const subscription = token.onCancellationRequested(() => resolve());
      work.then(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
  if (token.isCancellationRequested) throw cancelled();
}
