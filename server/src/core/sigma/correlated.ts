import { correlate, eventsOf, type Group, type Item } from './correlate';
import type { FieldPath } from './fieldPath';
import type { Rule } from './rule';

/** What the events of a correlation have to tell. */
interface Timed {
  readonly time: number;
}

/** The events of rules, and of correlations what they find among them: each is made when it is first asked for. */
export class Correlated<E extends Timed> {
  readonly #rules: readonly Rule[];
  readonly #eventsOf: (rule: number) => readonly E[];
  readonly #valueIn: (field: FieldPath, event: E) => string | undefined;
  readonly #events = new Map<number, readonly E[]>();
  readonly #groups = new Map<number, readonly Group<E>[]>();

  /**
   * @param eventsIn the events that a rule hits that is no correlation, in the order of time
   * @param valueIn what a field of an event holds; undefined where it is absent
   */
  constructor(
    rules: readonly Rule[],
    eventsIn: (rule: number) => readonly E[],
    valueIn: (field: FieldPath, event: E) => string | undefined,
  ) {
    this.#rules = rules;
    this.#eventsOf = eventsIn;
    this.#valueIn = valueIn;
  }

  /** In the order of time. */
  events(rule: number): readonly E[] {
    const known = this.#events.get(rule);
    if (known !== undefined) return known;
    const asked = this.#rules[rule]?.asked;
    const events = asked?.kind === 'correlation' ? this.#correlatedEvents(rule) : this.#eventsOf(rule);
    this.#events.set(rule, events);
    return events;
  }

  /** Why a rule gives no events, in sentences; also known only now: that it took too much work. */
  reasons(rule: number): readonly string[] {
    const asked = this.#rules[rule]?.asked;
    if (asked?.kind === 'unsupported') return asked.reasons;
    for (const each of this.#below(rule)) {
      const of = this.#rules[each];
      if (of?.asked.kind !== 'event' || !of.asked.work.isSpent) continue;
      const what = each === rule ? 'It' : `It is a correlation of ${of.title}, which`;
      return [`${what} was stopped: its values take too much work on these logs.`];
    }
    return [];
  }

  #below(first: number): ReadonlySet<number> {
    const below = new Set<number>();
    const waiting = [first];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (below.has(next)) continue;
      below.add(next);
      const asked = this.#rules[next]?.asked;
      if (asked?.kind === 'correlation') for (const { rule } of asked.correlation.of) waiting.push(rule);
    }
    return below;
  }

  #correlatedEvents(rule: number): readonly E[] {
    const found = eventsOf(this.#groupsOf(rule));
    return [...found].sort((left, right) => left.time - right.time);
  }

  /** Correlations are read in such an order that none is of itself; those below are made first, one after the other. */
  #groupsOf(rule: number): readonly Group<E>[] {
    for (let left = -1; left !== this.#groups.size && !this.#groups.has(rule); ) {
      left = this.#groups.size;
      for (const each of this.#below(rule)) this.#make(each);
    }
    return this.#groups.get(rule) ?? [];
  }

  #make(rule: number): void {
    const asked = this.#rules[rule]?.asked;
    if (asked?.kind !== 'correlation' || this.#groups.has(rule)) return;
    const { correlation } = asked;
    const isReady = correlation.of.every(
      (of) => this.#rules[of.rule]?.asked.kind !== 'correlation' || this.#groups.has(of.rule),
    );
    if (!isReady) return;
    const items: Item<E>[] = [];
    for (const [position, of] of correlation.of.entries()) {
      const isFirst = correlation.of.findIndex((each) => each.rule === of.rule) === position;
      // A rule that is named twice has its events once.
      if (isFirst) for (const item of this.#itemsOf(of, position, correlation.type === 'value_count')) items.push(item);
    }
    this.#groups.set(rule, correlate(correlation, items));
  }

  *#itemsOf(
    {
      rule,
      groupBy,
      counted,
    }: { readonly rule: number; readonly groupBy: readonly FieldPath[]; readonly counted: readonly FieldPath[] },
    position: number,
    isCounted: boolean,
  ): Generator<Item<E>> {
    const asked = this.#rules[rule]?.asked;
    const make = (
      event: E,
      time: number,
      own: string,
      source: Item<E>['source'],
      given: Given,
    ): Item<E> | undefined => {
      const valueFor = (field: FieldPath): string | undefined => given.get(field.name) ?? this.#valueIn(field, event);
      const group = groupBy.map(valueFor);
      const values = counted.map(valueFor);
      if (Number.isNaN(time) || !areThere(group) || (isCounted && !areThere(values))) return undefined;
      return { position, time, group, counted: isCounted ? JSON.stringify(values) : own, source };
    };
    if (asked?.kind !== 'correlation') {
      for (const [at, event] of this.events(rule).entries()) {
        const item = make(event, event.time, `${rule} ${at}`, { event }, NONE_GIVEN);
        if (item !== undefined) yield item;
      }
      return;
    }
    const names = asked.correlation.groupBy;
    for (const [at, group] of (this.#groups.get(rule) ?? []).entries()) {
      const given = new Map(names.map((name, which) => [name, group.values[which] ?? '']));
      for (const found of group.found) {
        const event = eventOf(group.items[found.to]);
        const source = { group, found };
        const item = event && make(event, found.time, `${rule} ${at} ${found.burst}`, source, given);
        if (item !== undefined) yield item;
      }
    }
  }
}

/** Values that what was found has in common. */
type Given = ReadonlyMap<string, string>;

const NONE_GIVEN: Given = new Map();

function areThere(values: readonly (string | undefined)[]): values is readonly string[] {
  return !values.includes(undefined);
}

/** The last event of what an item stands for. */
function eventOf<E>(item: Item<E> | undefined): E | undefined {
  let source = item?.source;
  while (source !== undefined && 'group' in source) source = source.group.items[source.found.to]?.source;
  return source?.event;
}
