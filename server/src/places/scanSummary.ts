import {
  addAccount,
  addTotals,
  byText,
  type EventFacts,
  emptyAccount,
  emptySummary,
  type LogTotals,
  type ReportSource,
  type ScanAccount,
  type Summary,
} from '../core/index';
import { formText } from '../core/investigate/status';
import type { ScannedFile, ServiceChoice } from '../host/logFiles';
import { isOfService } from './wantedEvents';

/**
 * What was found in the files of a scan, ready to be told: by the terminal and by the editor, so that their numbers are the
 * same.
 */
export interface ScanSummary {
  readonly summary: Summary;
  /** By position of the log in the summary. */
  readonly sources: readonly ReportSource[];
  /** Their files; the last one is undefined where `sources` ends with the logs that hold no events. */
  readonly files: readonly (ScannedFile | undefined)[];
  readonly account: ScanAccount;
}

/** So many files are told of one by one, whatever is in them. */
const FEW = 50;

/**
 * Collects scanned files, in any order. Of a file without events only its numbers are kept once there are many files, so the
 * memory this takes grows with the events and with what has to be told of, not with the files.
 */
export class ScanCollector {
  readonly account = emptyAccount();
  readonly #service: ServiceChoice;
  readonly #nameOf: (uri: string) => string;
  readonly #rankOf: (uri: string) => number;
  #withEvents: ScannedFile[] = [];
  #few: ScannedFile[] = [];
  /** Files that are told of by their numbers alone, as if they were one log. */
  #rest: { readonly summary: Summary; logs: number } | undefined;

  /**
   * @param nameOf how a file is called towards people; not escaped
   * @param rankOf files of a lower rank come first; files of one rank in the order of their uris
   */
  constructor(
    nameOf: (uri: string) => string,
    service: ServiceChoice = 'workmail',
    rankOf: (uri: string) => number = () => 0,
  ) {
    this.#nameOf = nameOf;
    this.#service = service;
    this.#rankOf = rankOf;
  }

  add(file: ScannedFile): void {
    const { uri, outcome, isFailure, reasons, size, container, outside, unasked } = file;
    addAccount(this.account, {
      name: this.#nameOf(uri),
      outcome,
      isFailure,
      reasons,
      size,
      form: formText(container, file.counts),
      outside,
      ...(unasked && { unasked }),
    });
    if (file.events.length > 0) this.#withEvents.push(file);
    else if (this.#rest === undefined && this.#few.length < FEW) this.#few.push(file);
    else this.#addToRest(file);
  }

  /** Files in the order of their uris, by UTF-16 code unit; what has no events, of many files, as one log behind them. */
  result(): ScanSummary {
    const files = [...this.#withEvents, ...this.#few]
      .map((file) => ({ file, rank: this.#rankOf(file.uri) }))
      .sort((left, right) => left.rank - right.rank || byText(left.file.uri, right.file.uri))
      .map(({ file }) => file);
    const summary = emptySummary();
    const sources = files.map((file, log): ReportSource => {
      this.#addFile(summary, log, file);
      // What is no log is told of, but not counted among the logs.
      const isLog = file.outcome !== 'skipped' && file.container !== 'none';
      return { label: this.#nameOf(file.uri), form: formOf(file), ...(!isLog && { logs: 0 }) };
    });
    const { account } = this;
    if (this.#rest === undefined || this.#rest.logs === 0) return { summary, sources, files, account };
    const { logs } = this.#rest;
    addTotals(summary, files.length, totalsOf(this.#rest.summary));
    const rest = { label: `${logs} more ${logs === 1 ? 'log' : 'logs'}`, form: 'without events to tell of', logs };
    return { summary, sources: [...sources, rest], files: [...files, undefined], account };
  }

  #addToRest(file: ScannedFile): void {
    this.#rest ??= { summary: emptySummary(), logs: 0 };
    for (const one of [...this.#few, file]) {
      if (one.outcome === 'skipped') continue;
      addTotals(this.#rest.summary, 0, one);
      this.#rest.logs++;
    }
    this.#few = [];
  }

  #addFile(summary: Summary, log: number, file: ScannedFile): void {
    const isSubject = (facts: EventFacts): boolean => isOfService(this.#service, facts);
    const subjects: EventFacts[] = [];
    const others: EventFacts[] = [];
    for (const facts of file.events) (isSubject(facts) ? subjects : others).push(facts);
    addTotals(summary, log, file, subjects);
    // Records too damaged to tell whose they are: kept to be shown, counted among other services.
    const damaged = others.map(
      ({ eventSource, malformed }) =>
        [eventSource.toLowerCase(), { records: 1, malformed: malformed === null ? 0 : 1 }] as const,
    );
    for (const other of damaged) addTotals(summary, log, { ...nothing, others: [other] });
  }
}

const nothing: LogTotals = {
  counts: { workmail: 0, malformed: 0, other: 0 },
  malformed: { syntax: 0, schema: 0 },
  others: [],
  first: undefined,
  last: undefined,
};

function totalsOf({ logs, malformed, others, reach }: Summary): LogTotals {
  return { counts: logs.get(0) ?? nothing.counts, malformed, others, ...reach };
}

function formOf({ outcome, isFailure, reasons, container, counts }: ScannedFile): string {
  if (outcome === 'skipped') return isFailure ? `not read: ${reasons.join(' ')}` : inShort(reasons.join(' '));
  const form = formText(container, counts);
  return outcome === 'partly' ? `${form}, partly read` : form;
}

/** What a file is instead of a log, without what is told of such files: a row has little room, and the account of the scan has all. */
function inShort(reason: string): string {
  return reason.replace(/^not a CloudTrail log: this is ([^,.]+).*$/, 'no log but $1').replace(/\.$/, '');
}
