import { byWholeness, distinctKey } from '../../server/src/core/investigate/distinct';
import type { EventFacts } from '../../server/src/core/investigate/facts';
import { type ActionGroup, actionGroup, groupKeyOf } from '../../server/src/core/investigate/groups';
import { byTime, type EventInLog } from '../../server/src/core/investigate/order';
import { type Calls, callsByRequest, callsOf, isWitness, requestKey } from '../../server/src/core/investigate/sameCall';

/** What is told of events that are looked at together, whichever way. */
export interface Together {
  /** Events that teach something about ids, each once. */
  readonly teaching: readonly EventInLog[];
  /** Keys of the groups there are. */
  readonly groupKeys: Iterable<string>;
  /** What tells the events apart. */
  readonly keys: Iterable<string>;
  /** All copies of an event, the speaking one first; none for an event that is not here. */
  copies(key: string): readonly EventInLog[];
  /** The events of a group in the order they happened. */
  inOrder(groupKey: string): readonly EventInLog[];
  group(groupKey: string): ActionGroup;
  /** Events that tell how a VPC endpoint saw a call that is not here, each once. */
  readonly witnesses: readonly EventInLog[];
  /** The calls that such events, of other logs, tell of, by their `requestKey`. */
  callsFor(witnesses: readonly EventInLog[]): ReadonlyMap<string, EventInLog>;
}

/**
 * The events of some logs looked at together, event by event: the slow way to what the product makes from columns
 * (`RowsTogether`).
 */
export class EventsTogether implements Together {
  readonly #copies: ReadonlyMap<string, readonly EventInLog[]>;
  /** The key of the call, by the key of its witness. */
  readonly #callOf: ReadonlyMap<string, string>;
  readonly #events: ReadonlyMap<string, EventInLog[]>;
  readonly #inOrder = new Set<string>();
  readonly #groups = new Map<string, ActionGroup>();
  /** Events that teach something about ids, each once. */
  readonly teaching: readonly EventInLog[];
  readonly witnesses: readonly EventInLog[];

  private constructor({ copies, callOf }: Calls) {
    const events = new Map<string, EventInLog[]>();
    const teaching: EventInLog[] = [];
    const witnesses: EventInLog[] = [];
    for (const [speaking] of copies.values()) {
      if (speaking === undefined) continue;
      const group = groupKeyOf(speaking.facts);
      const known = events.get(group);
      if (known === undefined) events.set(group, [speaking]);
      else known.push(speaking);
      if (speaking.facts.learned.length > 0) teaching.push(speaking);
      if (isWitness(speaking.facts)) witnesses.push(speaking);
    }
    this.#copies = copies;
    this.#callOf = callOf;
    this.#events = events;
    this.teaching = teaching;
    this.witnesses = witnesses;
  }

  /**
   * Yields after each event, because a hundred thousand of them take a while.
   *
   * @param logs the events of each
   * @param first position of the first log
   */
  static *collect(logs: Iterable<Iterable<EventFacts>>, first: number): Generator<void, EventsTogether> {
    const copies = new Map<string, EventInLog[]>();
    let log = first;
    for (const facts of logs) {
      for (const each of facts) {
        const event = { log, facts: each };
        const key = distinctKey(event);
        const known = copies.get(key);
        if (known === undefined) copies.set(key, [event]);
        else known.push(event);
        yield;
      }
      log++;
    }
    for (const same of copies.values()) {
      if (same.length > 1) same.sort(byWholeness);
    }
    return new EventsTogether(callsOf(copies));
  }

  /** Keys of the groups there are. */
  get groupKeys(): Iterable<string> {
    return this.#events.keys();
  }

  /** What tells the events apart. */
  get keys(): Iterable<string> {
    return this.#copies.keys();
  }

  /** All copies of an event, the speaking one first; none for an event that is not here. */
  copies(key: string): readonly EventInLog[] {
    return this.#copies.get(this.#callOf.get(key) ?? key) ?? [];
  }

  callsFor(witnesses: readonly EventInLog[]): ReadonlyMap<string, EventInLog> {
    const requests = new Set(witnesses.flatMap(({ facts }) => requestKey(facts) ?? []));
    if (requests.size === 0) return new Map();
    return callsByRequest(Array.from(this.#copies.values(), ([speaking]) => speaking ?? []).flat(), requests);
  }

  /** The events of a group in the order they happened. */
  inOrder(groupKey: string): readonly EventInLog[] {
    const events = this.#events.get(groupKey) ?? [];
    if (!this.#inOrder.has(groupKey)) {
      events.sort(byTime);
      this.#inOrder.add(groupKey);
    }
    return events;
  }

  group(groupKey: string): ActionGroup {
    const known = this.#groups.get(groupKey) ?? groupOf(groupKey, this.inOrder(groupKey));
    this.#groups.set(groupKey, known);
    return known;
  }
}

/** @param events all of one group, in the order they happened */
function groupOf(key: string, events: readonly EventInLog[]): ActionGroup {
  let first: EventFacts | undefined;
  let last: EventFacts | undefined;
  let failed = 0;
  let malformed = 0;
  for (const { facts } of events) {
    if (facts.outcome === 'failed') failed++;
    if (facts.malformed !== null) malformed++;
    if (facts.time === undefined) continue;
    if (first?.time === undefined || facts.time < first.time) first = facts;
    if (last?.time === undefined || facts.time > last.time) last = facts;
  }
  const counts = { count: events.length, failed, malformed, first: first?.eventTime, last: last?.eventTime };
  return actionGroup(key, events[0]?.facts, counts, () => events);
}
