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
import type { Services } from '../wire/protocol';
import { type Answers, answersOf } from './answers';
import { AnswersByDay } from './answersByDay';
import { Earliest } from './earliest';
import { GroupedEvents, type Level, type Sides } from './groupedEvents';
import { LastUntil, lastOf } from './lastUntil';
import { LogsOnDisk } from './logsOnDisk';
import { MergedEvents, type Picked } from './mergedEvents';
import { Met } from './met';
import { Partitions } from './partitions';
import { preparing } from './preparing';
import { QuestionsAsked } from './questionsAsked';
import { quietly } from './quietWork';
import { RowsTogether } from './rowsTogether';
import type { SelectedRows } from './selectedRows';
import { Selections } from './selections';
import { ValuesCounted } from './valuesCounted';

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

/** The events of all open logs and inspected places, for whoever asks. What has not changed is not collected again. */
export class AllEvents {
  readonly #documents: Documents;
  readonly #inspected: Inspected;
  readonly #names: AddedLists;
  readonly #platform: Platform;
  readonly #readAgain: ReadAgain = { requestIds: new RequestIds(), chunks: new OpenChunks() };
  readonly #onDisk: LogsOnDisk;
  #merged: MergedEvents | undefined;
  readonly #questions: QuestionsAsked;
  readonly #partitions: Partitions;
  readonly #selections = new Selections();
  #lastGroups: LastGroups | undefined;
  readonly #values: ValuesCounted;
  readonly #turns = new Turns();

  constructor(documents: Documents, inspected: Inspected, names: AddedLists, platform: Platform) {
    this.#documents = documents;
    this.#inspected = inspected;
    this.#names = names;
    this.#platform = platform;
    this.#onDisk = new LogsOnDisk(inspected, (work) => this.#toEnd(work));
    this.#questions = new QuestionsAsked(platform, this.#turns);
    this.#values = new ValuesCounted(platform, this.#turns);
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
      const { logs, events } = this.#onDisk.beside(open);
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
  picked(merged: MergedEvents, question: Question, asked: string, token: CancellationToken): Promise<Picked> {
    return this.#questions.picked(merged, question, asked, token);
  }

  /**
   * The earliest events that answer a question, and how many there are. Nothing of it is kept.
   *
   * @throws ResponseError when it was called off
   */
  async earliest(merged: MergedEvents, question: Question, most: number, token: CancellationToken): Promise<Answers> {
    const sides = merged.sides.map(({ together, silenced }) => ({ together, earliest: new Earliest(most, silenced) }));
    for (const { together, earliest } of sides) {
      await this.#questions.each(together, question, (picked) => earliest.add(picked), token);
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
    for (const { together, found } of sides)
      await this.#questions.each(together, question, (picked) => found.add(picked), token);
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
    for (const { together, met } of sides)
      await this.#questions.each(together, question, (picked) => met.add(picked), token);
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
      await this.#questions.each(together, question, (picked) => answers.add(picked), token);
    }
    return days;
  }

  /** How many events answer a question. */
  async count(merged: MergedEvents, question: Question, token: CancellationToken): Promise<number> {
    return this.totals(merged, await this.#questions.pickedOnce(merged, question, token)).events;
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
  values(merged: MergedEvents, field: FieldName, token: CancellationToken): Promise<ValueCounts> {
    return this.#values.of(merged, field, token);
  }

  /**
   * Does ahead what the first questions about inspected places would have to do, while nobody asks anything. Ends early where events
   * changed meanwhile, or when it is called off.
   */
  async prepare(token: Stoppable): Promise<void> {
    const merged = await this.now(CancellationToken.None);
    const isWanted = (): boolean => !token.isCancellationRequested && this.#merged?.onDisk === merged.onDisk;
    await quietly(preparing(merged), isWanted, this.#platform, this.#turns);
    await this.#values.ahead(merged, () => isWanted() && this.#merged === merged);
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
