import { byWholeness, distinctKey } from '../../server/src/core/investigate/distinct';
import type { EventFacts } from '../../server/src/core/investigate/facts';
import { groupKeyOf } from '../../server/src/core/investigate/groups';
import { type EventInLog, inTimeOrder } from '../../server/src/core/investigate/order';
import { type Calls, callsByRequest, callsOf, isWitness, requestKey } from '../../server/src/core/investigate/sameCall';

/** What is told of events that are looked at together, whichever way. */
export interface Together {
  /** Events that teach something about ids, each once. */
  readonly teaching: readonly EventInLog[];
  /** What tells the events apart. */
  readonly keys: Iterable<string>;
  /** All copies of an event, the speaking one first; none for an event that is not here. */
  copies(key: string): readonly EventInLog[];
  /** The events that speak, in the order they happened. */
  readonly speaking: readonly EventInLog[];
  /** The same of a group by action. */
  inOrder(groupKey: string): readonly EventInLog[];
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
  /** Events that teach something about ids, each once. */
  readonly teaching: readonly EventInLog[];
  readonly witnesses: readonly EventInLog[];
  readonly speaking: readonly EventInLog[];

  private constructor({ copies, callOf }: Calls) {
    const speaking = Array.from(copies.values()).flatMap(([first]) => first ?? []);
    this.speaking = inTimeOrder(speaking);
    this.teaching = speaking.filter(({ facts }) => facts.learned.length > 0);
    this.witnesses = speaking.filter(({ facts }) => isWitness(facts));
    this.#copies = copies;
    this.#callOf = callOf;
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

  /** What tells the events apart. */
  get keys(): Iterable<string> {
    return this.#copies.keys();
  }

  /** All copies of an event, the speaking one first; none for an event that is not here. */
  copies(key: string): readonly EventInLog[] {
    return this.#copies.get(this.#callOf.get(key) ?? key) ?? [];
  }

  inOrder(groupKey: string): readonly EventInLog[] {
    return this.speaking.filter(({ facts }) => groupKeyOf(facts) === groupKey);
  }

  callsFor(witnesses: readonly EventInLog[]): ReadonlyMap<string, EventInLog> {
    const requests = new Set(witnesses.flatMap(({ facts }) => requestKey(facts) ?? []));
    if (requests.size === 0) return new Map();
    return callsByRequest(Array.from(this.#copies.values(), ([speaking]) => speaking ?? []).flat(), requests);
  }
}
