import type { CancellationToken } from 'vscode-languageserver';
import { anyOf, parseQuestion, printQuestion } from '../core/index';
import { type Brushed, brushed } from '../core/timeline/brush';
import { bothExtents, type Extent, extentOf, type TimedRows } from '../core/timeline/countBuckets';
import { cancelled, drain } from '../host/cooperate';
import type { Platform } from '../host/platform';
import type { AllEvents } from './allEvents';
import type { Sides } from './groupedEvents';
import type { MergedEvents } from './mergedEvents';
import type { Split } from './partition';
import { pickRows } from './pickRows';
import type { Picks, RowsTogether } from './rowsTogether';
import { rowTimes } from './rowTimes';
import type { SelectedRows } from './selectedRows';

/** The events that a timeline shows: those that answer a question but for the stretch of time that it asks for. */
export interface TimedEvents extends Brushed {
  readonly merged: MergedEvents;
  readonly rows: Sides<SelectedRows>;
  readonly times: Sides<Float64Array>;
}

const SIDES = ['onDisk', 'open'] as const;

/** When events happened. The times of rows are read once, as long as the rows are. */
export class EventTimes {
  readonly #events: AllEvents;
  readonly #platform: Platform;
  readonly #times = new WeakMap<RowsTogether, Float64Array>();
  readonly #extents = new WeakMap<MergedEvents, Extent>();
  readonly #signIns = new WeakMap<RowsTogether, Picks>();

  constructor(events: AllEvents, platform: Platform) {
    this.#events = events;
    this.#platform = platform;
  }

  /**
   * The events that answer a question but for its stretch of time.
   *
   * @throws ResponseError when it was called off
   */
  async shown(where: string, token: CancellationToken): Promise<TimedEvents> {
    const merged = await this.#events.now(token);
    const apart = brushed(where);
    const rows = await this.#selected(merged, apart, token);
    const times = { onDisk: await this.#of(merged.onDisk, token), open: await this.#of(merged.open, token) };
    return { ...apart, merged, rows, times };
  }

  /** From when to when there are events, whatever is asked for. */
  extent({ merged, times }: TimedEvents): Extent {
    const known = this.#extents.get(merged) ?? extentOfEvents({ rows: this.#events.selected(merged), times });
    this.#extents.set(merged, known);
    return known;
  }

  /** The events that answer a question, its stretch of time included. */
  async picked(where: string, token: CancellationToken): Promise<Pick<TimedEvents, 'merged' | 'rows'>> {
    const merged = await this.#events.now(token);
    const { question, problems } = parseQuestion(where);
    if (where.trim() === '') return { merged, rows: this.#events.selected(merged) };
    const asked = problems.length > 0 ? anyOf([]) : question;
    const picked = await this.#events.picked(merged, asked, problems.length > 0 ? '' : where, token);
    return { merged, rows: this.#events.selected(merged, picked) };
  }

  /** Which rows of each side are sign-ins that were let in: to the console, and to mailboxes. */
  async signIns({ onDisk, open }: MergedEvents, token: CancellationToken): Promise<Sides<Picks>> {
    return { onDisk: await this.#signInsOf(onDisk, token), open: await this.#signInsOf(open, token) };
  }

  async #selected(
    merged: MergedEvents,
    { rest, problems }: Brushed,
    token: CancellationToken,
  ): Promise<Sides<SelectedRows>> {
    const isAll = problems.length === 0 && rest.kind === 'all' && rest.of.length === 0;
    if (isAll) return this.#events.selected(merged);
    const asked = problems.length > 0 ? anyOf([]) : rest;
    return this.#events.selected(merged, await this.#events.picked(merged, asked, printQuestion(asked), token));
  }

  async #of(together: RowsTogether, token: CancellationToken): Promise<Float64Array> {
    const times =
      this.#times.get(together) ?? (await drain(rowTimes(together), this.#platform, token, () => undefined));
    if (times === undefined) throw cancelled();
    this.#times.set(together, times);
    return times;
  }

  async #signInsOf(together: RowsTogether, token: CancellationToken): Promise<Picks> {
    const { question } = parseQuestion(SIGN_IN);
    const known = this.#signIns.get(together);
    const picks = known ?? (await drain(pickRows(together, question), this.#platform, token, (waited) => waited));
    if (picks === undefined) throw cancelled();
    this.#signIns.set(together, picks);
    return picks;
  }
}

/** CloudTrail gives sign-ins to the console an eventType of their own; those to mailboxes have a log of WorkMail's own. A refused one is an attempt. */
const SIGN_IN = '(type:AwsConsoleSignIn OR service:authentication) -outcome:failed';

/** The rows of both sides in columns, with a split. */
export function timedRows({ rows, times }: TimedEvents, split: Sides<Split>): Sides<TimedRows> {
  const of = (side: keyof Sides<unknown>): TimedRows => ({
    times: times[side],
    groupOf: split[side].groupOf,
    asked: rows[side].asked,
  });
  return { onDisk: of('onDisk'), open: of('open') };
}

/** How many events are shown, and from when to when. */
export function extentOfEvents({ rows, times }: Pick<TimedEvents, 'rows' | 'times'>): Extent {
  const [onDisk, open] = SIDES.map((side) => extentOf({ times: times[side], asked: rows[side].asked }));
  const none = { count: 0, untimed: 0, first: Number.NaN, last: Number.NaN };
  return bothExtents(onDisk ?? none, open ?? none);
}
