import type { CancellationToken } from 'vscode-languageserver';
import { layOut, type Places, placesOf } from '../core/index';
import { type Analysis, allFacts, allRecords } from '../documents/analysis';
import { LogText } from '../documents/logText';
import { cancelled, drain } from '../host/cooperate';
import type { Platform } from '../host/platform';
import { fileKey } from '../wire/fileKey';
import { readViewUri, type View } from '../wire/viewUri';
import { LONGEST_TEXT, type Logs, type Unreadable, type ViewedLog, viewedLog } from './viewedLog';

/** A readable view as it was made of one version of its log. */
export interface MadeView {
  readonly log: ViewedLog;
  readonly text: LogText;
  readonly places: Places;
}

/** How many views are kept for questions about places in them. */
const KEPT = 4;
/** How many records before and after one are shown with it. */
const NEIGHBOURS = 5;

/** The readable views that were asked for lately. */
export class Views {
  readonly #logs: Logs;
  readonly #platform: Platform;
  /** By what they show, since a uri can be written in several ways; the one used last stands last. */
  readonly #made = new Map<string, MadeView>();

  constructor(logs: Logs, platform: Platform) {
    this.#logs = logs;
    this.#platform = platform;
  }

  /**
   * The view of a log's newest text.
   *
   * @returns undefined for a uri that is no view's
   * @throws ResponseError RequestCancelled
   */
  async of(uri: string, token: CancellationToken): Promise<MadeView | Unreadable | undefined> {
    const view = readViewUri(uri);
    if (view === undefined) return undefined;
    const log = await this.log(view.log, token);
    if ('failure' in log) return log;
    const key = `${view.order} ${view.around} ${view.alone} ${fileKey(view.log)}`;
    const known = this.#made.get(key);
    const made = known?.log.analysis === log.analysis ? known : await this.#make(view, log, token);
    if ('failure' in made) return made;
    this.#made.delete(key);
    this.#made.set(key, made);
    for (const oldest of this.#made.keys()) if (this.#made.size > KEPT) this.#made.delete(oldest);
    return made;
  }

  /** The log that views are made of. */
  log(uri: string, token: CancellationToken): Promise<ViewedLog | Unreadable> {
    return viewedLog(this.#logs, uri, token);
  }

  /** To be called when files may have changed. */
  forget(): void {
    this.#logs.diskLogs.forget();
  }

  async #make(view: View, log: ViewedLog, token: CancellationToken): Promise<MadeView | Unreadable> {
    const { analysis } = log;
    if (view.around === undefined && analysis.text.length > LONGEST_TEXT) return tooLong(analysis.text.length);
    const text = analysis.text.whole();
    const read = { text, records: Array.from(allRecords(analysis)), outline: analysis.outline };
    const layout = await drain(layOut(read, shownIn(view, analysis)), this.#platform, token, () => undefined);
    if (layout === undefined) throw cancelled();
    if (layout.text.length > LONGEST_TEXT) return tooLong(layout.text.length);
    return { log, text: LogText.of(layout.text, analysis.text.encoding), places: placesOf(layout, text) };
  }
}

/** Indices of records; undefined for the whole log as it is written. */
function shownIn({ order, around, alone }: View, analysis: Analysis): readonly number[] | undefined {
  if (order === undefined && around === undefined) return undefined;
  const all = order === 'time' ? byTime(analysis) : Array.from({ length: analysis.recordCount }, (_, index) => index);
  if (around === undefined) return all;
  if (alone) return all.filter((index) => index === around);
  const at = Math.max(0, all.indexOf(around));
  return all.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1);
}

/** As they happened; those without a readable time come last, and at one time they stand as in the log. */
function byTime(analysis: Analysis): readonly number[] {
  const times = Array.from(allFacts(analysis), ({ time }) => time ?? Number.MAX_VALUE);
  const time = (index: number): number => times[index] ?? Number.MAX_VALUE;
  return Array.from(times.keys()).sort((a, b) => time(a) - time(b) || a - b);
}

function tooLong(length: number): Unreadable {
  const size = Math.round(length / 1024 / 1024);
  return {
    failure:
      `This log is ${size} MB of text, and VS Code lets extensions work with texts of up to 50 MB. ` +
      'Inspect the file instead, by its context menu in the Explorer: its events appear in the Events view, and a click on ' +
      'one shows it with its neighbours.',
  };
}
