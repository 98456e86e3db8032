import { isMailCall } from '../record';
import { addCounts, countKeyOf, type LogCounts, noCounts } from './counts';
import { byWholeness, distinctKey } from './distinct';
import type { EventFacts } from './facts';
import type { EventInLog } from './order';

/**
 * What some logs hold, ready to be told. Summaries add up: the summary of two halves, merged, is the summary of the whole,
 * in whatever order records and halves come. So a document, a file, a folder and a worker's share are the same operation.
 *
 * Plain data that crosses `postMessage`. Events of WorkMail are kept as facts, since a later copy of an event can take the
 * place of a damaged one; of other services there are only numbers.
 */
export interface Summary {
  /** By position of the log. */
  readonly logs: Map<number, LogCounts>;
  /** WorkMail and Message Flow events by what tells events apart; the copies of each, the speaking one first. */
  readonly events: Map<string, EventInLog[]>;
  /** Records of other services by eventSource in small letters; an empty source is one that can't be read. */
  readonly others: Map<string, OtherRecords>;
  /** Broken records by what is wrong with them, whichever service wrote them. */
  readonly malformed: { syntax: number; schema: number };
  /** Earliest and latest readable eventTime of any record, in milliseconds. */
  readonly reach: { first: number | undefined; last: number | undefined };
}

/** What is told of the records of other services: how many there are, and how many of them are malformed. */
export interface OtherRecords {
  readonly records: number;
  readonly malformed: number;
}

/** A new summary of nothing: the neutral element. */
export function emptySummary(): Summary {
  return {
    logs: new Map(),
    events: new Map(),
    others: new Map(),
    malformed: { syntax: 0, schema: 0 },
    reach: { first: undefined, last: undefined },
  };
}

/**
 * Adds one record. Changes the summary it is given (a summary of a million records is not copied for one more) and
 * returns it.
 *
 * @param log zero-based position of the record's log among those that are summed up together
 */
export function addEvent(summary: Summary, log: number, facts: EventFacts): Summary {
  addToLog(summary, log, { ...noCounts, [countKeyOf(facts)]: 1 });
  if (facts.malformed !== null) summary.malformed[facts.malformed]++;
  if (facts.time !== undefined) widen(summary, facts.time, facts.time);
  // They are no events of CloudTrail, and stand in no chapter about these.
  if (facts.service === 'own' && facts.malformed === null) return summary;
  if (!isMailCall(facts.service)) {
    addOthers(summary, facts.eventSource.toLowerCase(), { records: 1, malformed: facts.malformed === null ? 0 : 1 });
  } else {
    const event = { log, facts };
    addCopies(summary, distinctKey(event), [event]);
  }
  return summary;
}

/** Names a log before its records are added, so that a log without records is told of as well. */
export function addLog(summary: Summary, log: number): Summary {
  addToLog(summary, log, noCounts);
  return summary;
}

/** What was counted in some logs, apart from the events that are kept of them. */
export interface LogTotals {
  readonly counts: LogCounts;
  readonly malformed: { readonly syntax: number; readonly schema: number };
  /** By eventSource in small letters; without the events that are kept. */
  readonly others: Iterable<readonly [eventSource: string, records: OtherRecords]>;
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/**
 * Adds what was counted elsewhere. Changes the summary and returns it.
 *
 * @param events that were counted there and are kept; they may be of any service
 */
export function addTotals(
  summary: Summary,
  log: number,
  totals: LogTotals,
  events: Iterable<EventFacts> = [],
): Summary {
  const { counts, malformed, others, first, last } = totals;
  addToLog(summary, log, counts);
  summary.malformed.syntax += malformed.syntax;
  summary.malformed.schema += malformed.schema;
  for (const [source, records] of others) addOthers(summary, source, records);
  if (first !== undefined && last !== undefined) widen(summary, first, last);
  for (const facts of events) {
    const event = { log, facts };
    addCopies(summary, distinctKey(event), [event]);
  }
  return summary;
}

/** The summary of both, as a new one; neither is changed. */
export function mergeSummaries(left: Summary, right: Summary): Summary {
  const both = emptySummary();
  for (const summary of [left, right]) {
    for (const [log, counts] of summary.logs) addToLog(both, log, counts);
    for (const [key, copies] of summary.events) addCopies(both, key, copies);
    for (const [source, records] of summary.others) addOthers(both, source, records);
    both.malformed.syntax += summary.malformed.syntax;
    both.malformed.schema += summary.malformed.schema;
    const { first, last } = summary.reach;
    if (first !== undefined && last !== undefined) widen(both, first, last);
  }
  return both;
}

/** The same summary with its logs further back among those that are summed up together, as a new one. */
export function movedSummary(summary: Summary, by: number): Summary {
  const { others, malformed, reach } = summary;
  const logs = new Map(Array.from(summary.logs, ([log, counts]) => [log + by, counts]));
  const events: Summary['events'] = new Map();
  for (const copies of summary.events.values()) {
    const moved = copies.map(({ log, facts }) => ({ log: log + by, facts }));
    const [speaking] = moved;
    if (speaking !== undefined) events.set(distinctKey(speaking), moved);
  }
  return { logs, events, others, malformed, reach };
}

function addToLog({ logs }: Summary, log: number, counts: LogCounts): void {
  logs.set(log, addCounts(logs.get(log) ?? noCounts, counts));
}

function addCopies({ events }: Summary, key: string, copies: readonly EventInLog[]): void {
  const known = events.get(key);
  // A list of its own: those of another summary are not changed.
  if (known === undefined) events.set(key, Array.from(copies));
  else for (const copy of copies) addCopy(known, copy);
}

/** Keeps the order. A log can hold one event a hundred thousand times; its copies come in order, so nothing is moved for them. */
function addCopy(known: EventInLog[], copy: EventInLog): void {
  let from = 0;
  let to = known.length;
  while (from < to) {
    // The last place first.
    const at = to === known.length ? to - 1 : (from + to) >> 1;
    const other = known[at];
    if (other !== undefined && byWholeness(other, copy) <= 0) from = at + 1;
    else to = at;
  }
  known.splice(from, 0, copy);
}

function addOthers({ others }: Summary, source: string, { records, malformed }: OtherRecords): void {
  const known = others.get(source);
  others.set(source, {
    records: (known?.records ?? 0) + records,
    malformed: (known?.malformed ?? 0) + malformed,
  });
}

function widen({ reach }: Summary, first: number, last: number): void {
  reach.first = Math.min(first, reach.first ?? first);
  reach.last = Math.max(last, reach.last ?? last);
}
