import { CancellationToken } from 'vscode-languageserver';
import type { EventInLog, FieldName, GroupField, Question } from '../core/index';
import type { ValueCounts } from '../core/store/facets';
import type { Analysis } from '../documents/analysis';
import type { Documents } from '../documents/documents';
import type { EventLog } from '../documents/eventLog';
import { RequestIds } from '../documents/logIndex/requestIds';
import { OpenChunks } from '../documents/openChunks';
import { openLog, type ReadAgain } from '../documents/openLog';
import { cancelled, drain, type Stoppable } from '../host/cooperate';
import type { Platform } from '../host/platform';
import { Turns } from '../host/turns';
import type { AddedLists } from '../places/addedLists';
import type { Inspected } from '../places/inspected';
import { fileKey } from '../wire/fileKey';
import type { Services } from '../wire/protocol';
import { readViewUri } from '../wire/viewUri';
import { type Answers, answersOf } from './answers';
import { AnswersByDay } from './answersByDay';
import { countValues } from './countValues';
import { Earliest } from './earliest';
import { GroupedEvents, type Level, type Sides } from './groupedEvents';
import { LastUntil, lastOf } from './lastUntil';
import { MergedEvents, type Picked } from './mergedEvents';
import { Met } from './met';
import { Partitions } from './partitions';
import { type PickedInChunk, pickInChunks, pickRows } from './pickRows';
import { fieldsCounted, preparing } from './preparing';
import { type Picks, RowsTogether } from './rowsTogether';
import type { SelectedRows } from './selectedRows';
import { Selections } from './selections';

/** Logs on disk, and their events once they are collected. */
interface OnDisk {
  readonly revision: number;
  readonly hidden: string;
  readonly logs: readonly EventLog[];
  readonly events: Promise<RowsTogether>;
}

/** What was picked last of some events: who types, or looks at one page after another, asks the same again. */
interface LastPicks {
  readonly together: RowsTogether;
  readonly asked: string;
  readonly picks: Picks;
}

/** Which events are asked for, and what they are grouped by. */
export interface AskedGroups {
  readonly by: readonly GroupField[];
  readonly services: Services;
  /** Absent: all events. */
  readonly picked?: Picked | undefined;
}

/** Events that were grouped last: who goes through pages asks for the same again. */
interface LastGroups {
  readonly merged: MergedEvents;
  readonly asked: AskedGroups;
  readonly grouped: Promise<GroupedEvents>;
}

/** How long work that nobody waits for goes on before it looks whether somebody asks. Milliseconds. */
const QUIET_SLICE = 2;
/** Rarer values nobody looks through, but who types the beginning of one wants it. */
const MOST_VALUES = 10_000;

/** The events of all open logs and inspected places, for whoever asks. What has not changed is not collected again. */
export class AllEvents {
  readonly #documents: Documents;
  readonly #inspected: Inspected;
  readonly #names: AddedLists;
  readonly #platform: Platform;
  readonly #readAgain: ReadAgain = { requestIds: new RequestIds(), chunks: new OpenChunks() };
  #onDisk: OnDisk | undefined;
  #merged: MergedEvents | undefined;
  #picks: readonly LastPicks[] = [];
  /** What was made of picks is kept by what holds those of both sides. */
  #picked: readonly Picked[] = [];
  readonly #partitions: Partitions;
  readonly #selections = new Selections();
  #lastGroups: LastGroups | undefined;
  #values: { readonly merged: MergedEvents; readonly byField: Map<FieldName, ValueCounts> } | undefined;
  readonly #turns = new Turns();

  constructor(documents: Documents, inspected: Inspected, names: AddedLists, platform: Platform) {
    this.#documents = documents;
    this.#inspected = inspected;
    this.#names = names;
    this.#platform = platform;
    this.#partitions = new Partitions((work) => this.#toEnd(work));
  }

  /** Grows whenever something is told to have changed. */
  get revision(): number {
    return this.#documents.revision + this.#inspected.revision + this.#names.revision;
  }

  /** With the newest version of every open log, which is waited for, and what has been read of the places by then. */
  async now(token: CancellationToken): Promise<MergedEvents> {
    await this.#names.settled();
    while (true) {
      const open = await this.#documents.all(token);
      const { revision } = this;
      if (this.#merged?.revision === revision) return this.#merged;
      const ofDocuments = this.#documents.revision;
      const { logs, events } = this.#eventsOnDisk(open);
      const onDisk = await events;
      const openLogs = open.map((analysis) => openLog(analysis, this.#readAgain));
      const rows = await this.#toEnd(RowsTogether.collect(openLogs, logs.length));
      if (ofDocuments !== this.#documents.revision) continue;
      const known = { added: this.#names.names, before: this.#merged?.learned };
      this.#merged = new MergedEvents([...logs, ...openLogs], onDisk, rows, revision, known);
      return this.#merged;
    }
  }

  /**
   * The same of some logs alone, as if there were no others. Nothing is read again for it.
   *
   * @throws ResponseError when it was called off
   */
  async among(isAmong: (log: EventLog) => boolean, token: CancellationToken): Promise<MergedEvents> {
    const merged = await this.now(token);
    if (merged.logs.every(isAmong)) return merged;
    const logs = merged.logs.filter(isAmong);
    const rows = await drain(together(logs), this.#platform, token, () => undefined);
    if (rows === undefined) throw cancelled();
    return new MergedEvents(logs, rows.all, rows.none, merged.revision, { added: this.#names.names });
  }

  /** The events of logs that are neither open nor inspected, such as copies; no names are added to what they teach. */
  async apart(analyses: readonly Analysis[], token: CancellationToken): Promise<MergedEvents> {
    const readAgain: ReadAgain = { requestIds: new RequestIds(), chunks: new OpenChunks() };
    const logs = analyses.map((analysis) => openLog(analysis, readAgain));
    const rows = await drain(together(logs), this.#platform, token, () => undefined);
    if (rows === undefined) throw cancelled();
    return new MergedEvents(logs, rows.all, rows.none, this.revision);
  }

  /**
   * The events that answer a question.
   *
   * @param asked the text of the question: what was found for it last is not looked for again
   * @throws ResponseError when it was called off
   */
  async picked(merged: MergedEvents, question: Question, asked: string, token: CancellationToken): Promise<Picked> {
    const [onDisk, open] = await this.#turns.during(async () => [
      await this.#picksOf(merged.onDisk, question, asked, token),
      await this.#picksOf(merged.open, question, asked, token),
    ]);
    const known = this.#picked.find((last) => last.open === open && last.onDisk === onDisk);
    const picked = known ?? { open, onDisk };
    this.#picked = [...this.#picked.filter((last) => last !== picked).slice(-1), picked];
    return picked;
  }

  /**
   * The earliest events that answer a question, and how many there are. Nothing of it is kept.
   *
   * @throws ResponseError when it was called off
   */
  async earliest(merged: MergedEvents, question: Question, most: number, token: CancellationToken): Promise<Answers> {
    const sides = merged.sides.map(({ together, silenced }) => ({ together, earliest: new Earliest(most, silenced) }));
    for (const { together, earliest } of sides) {
      await this.#each(together, question, (picked) => earliest.add(picked), token);
    }
    return answersOf(sides, most);
  }

  /**
   * The last of the events that answer a question that happened no later than a moment; where none did, the first of all.
   *
   * @param moment in milliseconds since 1970; undefined where it is not known
   * @throws ResponseError when it was called off
   */
  async lastUntil(
    merged: MergedEvents,
    question: Question,
    moment: number | undefined,
    token: CancellationToken,
  ): Promise<EventInLog | undefined> {
    const sides = merged.sides.map(({ together, silenced }) => ({
      together,
      found: new LastUntil(silenced, moment ?? Number.NaN),
    }));
    for (const { together, found } of sides) await this.#each(together, question, (picked) => found.add(picked), token);
    return lastOf(sides);
  }

  /**
   * What is told of all events that answer a question, for each side.
   *
   * @param time see `Met`
   * @throws ResponseError when it was called off
   */
  async met(
    merged: MergedEvents,
    question: Question,
    time: number,
    token: CancellationToken,
  ): Promise<readonly { readonly together: RowsTogether; readonly met: Met }[]> {
    const sides = merged.sides.map(({ together, silenced }) => ({ together, met: new Met(silenced, time) }));
    for (const { together, met } of sides) await this.#each(together, question, (picked) => met.add(picked), token);
    return sides;
  }

  /**
   * How many events that answer a question happened on each day in UTC: `2026-03-01`, and empty for an unknown one.
   *
   * @throws ResponseError when it was called off
   */
  async byDay(
    merged: MergedEvents,
    question: Question,
    token: CancellationToken,
  ): Promise<ReadonlyMap<string, number>> {
    const days = new Map<string, number>();
    for (const { together, silenced } of merged.sides) {
      const answers = new AnswersByDay(days, silenced);
      await this.#each(together, question, (picked) => answers.add(picked), token);
    }
    return days;
  }

  async #each(
    together: RowsTogether,
    question: Question,
    take: (picked: PickedInChunk) => void,
    token: CancellationToken,
  ): Promise<void> {
    const done = await this.#turns.during(() =>
      drain(pickInChunks(together, question, take), this.#platform, token, (waited) => waited),
    );
    if (done === undefined) throw cancelled();
  }

  /** How many events answer a question. */
  async count(merged: MergedEvents, question: Question, token: CancellationToken): Promise<number> {
    const onDisk = await this.#pick(pickRows(merged.onDisk, question), token);
    return this.totals(merged, { onDisk, open: await this.#pick(pickRows(merged.open, question), token) }).events;
  }

  /** How many events there are, or were picked, and how many of them are of other services than WorkMail and its Message Flow. */
  totals(merged: MergedEvents, picked?: Picked): { readonly events: number; readonly others: number } {
    const sums = { events: 0, others: 0 };
    for (const rows of Object.values(this.#selections.of(merged, 'all', picked))) {
      const { byAction } = rows.together;
      const counts = rows.counts(byAction);
      for (let group = 0; group < byAction.size; group++) {
        sums.events += counts.count(group);
        if (!byAction.isOfWorkMail(group)) sums.others += counts.count(group);
      }
    }
    return sums;
  }

  /** The rows that speak for events, or for those that were picked, of all services; for those who count them themselves. */
  selected(merged: MergedEvents, picked?: Picked): Sides<SelectedRows> {
    return this.#selections.of(merged, 'all', picked);
  }

  /** All rows in groups by a field. */
  async level(merged: MergedEvents, by: GroupField): Promise<Level | undefined> {
    const [level] = await this.#turns.during(() => this.#partitions.levels(merged, [by]));
    return level;
  }

  /** Events in groups. What was grouped last is not grouped again. */
  grouped(merged: MergedEvents, asked: AskedGroups): Promise<GroupedEvents> {
    const last = this.#lastGroups;
    if (last?.merged === merged && isSame(last.asked, asked)) return last.grouped;
    const rows = this.#selections.of(merged, asked.services, asked.picked);
    const grouped = this.#turns.during(async () => {
      return new GroupedEvents(merged, rows, await this.#partitions.levels(merged, asked.by));
    });
    this.#lastGroups = { merged, asked, grouped };
    return grouped;
  }

  /** The values of a field, the most frequent first, and how many events have each. What was counted last is not counted again. */
  async values(merged: MergedEvents, field: FieldName, token: CancellationToken): Promise<ValueCounts> {
    const known = this.#valuesKnown(merged).get(field);
    if (known !== undefined) return known;
    const facets = await this.#turns.during(() =>
      drain(countValues(merged, field), this.#platform, token, () => undefined),
    );
    if (facets === undefined) throw cancelled();
    const counts = facets.values(MOST_VALUES).get(field) ?? [];
    this.#valuesKnown(merged).set(field, counts);
    return counts;
  }

  /** Of other events nothing is kept. */
  #valuesKnown(merged: MergedEvents): Map<FieldName, ValueCounts> {
    if (this.#values?.merged !== merged) this.#values = { merged, byField: new Map() };
    return this.#values.byField;
  }

  /**
   * Does ahead what the first questions about inspected places would have to do, while nobody asks anything. Ends early where events
   * changed meanwhile, or when it is called off.
   */
  async prepare(token: Stoppable): Promise<void> {
    const merged = await this.now(CancellationToken.None);
    const isWanted = (): boolean => !token.isCancellationRequested && this.#merged?.onDisk === merged.onDisk;
    await this.#quietly(preparing(merged), isWanted);
    for (const field of fieldsCounted) {
      const facets = await this.#quietly(countValues(merged, field), () => isWanted() && this.#merged === merged);
      const known = facets && this.#valuesKnown(merged);
      if (facets === undefined || known?.has(field) === true) continue;
      known?.set(field, facets.values(MOST_VALUES).get(field) ?? []);
    }
  }

  async #quietly<T>(work: Generator<void, T>, isWanted: () => boolean): Promise<T | undefined> {
    while (isWanted()) {
      await this.#platform.pause();
      await this.#turns.quiet();
      const until = this.#platform.now() + QUIET_SLICE;
      do {
        const next = work.next();
        if (next.done) return next.value;
      } while (this.#platform.now() < until);
    }
    return undefined;
  }

  async #pick(work: ReturnType<typeof pickRows>, token: CancellationToken): Promise<Picks> {
    const picks = await this.#turns.during(() => drain(work, this.#platform, token, (waited) => waited));
    if (picks === undefined) throw cancelled();
    return picks;
  }

  async #picksOf(together: RowsTogether, question: Question, asked: string, token: CancellationToken): Promise<Picks> {
    const known = this.#picks.find((last) => last.together === together && last.asked === asked);
    if (known !== undefined) return known.picks;
    const picks = await this.#pick(pickRows(together, question), token);
    // The tree asks one question, and the timeline the same without its stretch of time.
    const same = this.#picks.filter((last) => last.together === together);
    const others = this.#picks.filter((last) => last.together !== together);
    this.#picks = [...others.slice(-2), ...same.slice(-1), { together, asked, picks }];
    return picks;
  }

  #eventsOnDisk(open: readonly Analysis[]): OnDisk {
    const shown = new Set(open.map(({ uri }) => fileKey(readViewUri(uri)?.log ?? uri)));
    const all = this.#inspected.logs;
    const { revision } = this.#inspected;
    // A file that is open is told of as it is in the editor.
    const hidden = all.filter(({ uri }) => shown.has(fileKey(uri)));
    const names = hidden.map(({ uri }) => uri).join(' ');
    if (this.#onDisk?.revision === revision && this.#onDisk.hidden === names) return this.#onDisk;
    const logs = hidden.length === 0 ? all : all.filter((log) => !hidden.includes(log));
    this.#onDisk = { revision, hidden: names, logs, events: this.#toEnd(RowsTogether.collect(logs, 0)) };
    return this.#onDisk;
  }

  /** To the end, whoever is still waiting for it: the next one will. */
  async #toEnd<T extends object>(work: Generator<void, T>): Promise<T> {
    const collected = await drain(work, this.#platform, CancellationToken.None, () => undefined);
    if (collected === undefined) throw new Error('Collecting events was called off, and nobody may do that.');
    return collected;
  }
}

/** All logs on one side: nothing of it is kept, so that none has to be told from those that change. */
function* together(
  logs: readonly EventLog[],
): Generator<void, { readonly all: RowsTogether; readonly none: RowsTogether }> {
  return { all: yield* RowsTogether.collect(logs, 0), none: yield* RowsTogether.collect([], logs.length) };
}

function isSame(one: AskedGroups, other: AskedGroups): boolean {
  return one.services === other.services && one.picked === other.picked && `${one.by}` === `${other.by}`;
}
