import type { Correlation } from './rule';

/** What a correlation looks at: an event of a rule, or what a correlation has found. */
export interface Item<E> {
  /** Position of its rule in `Correlation.of`. */
  readonly position: number;
  /** In milliseconds since 1970. */
  readonly time: number;
  /** The values that it is grouped by, none of them absent. */
  readonly group: readonly string[];
  /** What is counted of it: two items with the same text count once. */
  readonly counted: string;
  readonly source: Source<E>;
}

/** What an item stands for. */
export type Source<E> = { readonly event: E } | { readonly group: Group<E>; readonly found: Found };

/** Items that have in common what they are grouped by, in the order of time, with what was found among them. */
export interface Group<E> {
  readonly values: readonly string[];
  readonly items: readonly Item<E>[];
  /** In the order of time. */
  readonly found: readonly Found[];
}

/** A stretch of items in which a correlation has found what it looks for, both ends inclusive. */
export interface Found {
  readonly from: number;
  readonly to: number;
  /** Of the items it ends with, in milliseconds since 1970. */
  readonly time: number;
  /** What overlaps has the same number: many of a kind at once are one. */
  readonly burst: number;
}

/** What a correlation finds, in the order of the groups' first items. */
export function correlate<E>(correlation: Correlation, items: readonly Item<E>[]): readonly Group<E>[] {
  const inOrder = [...items].sort((left, right) => left.time - right.time);
  const groups = new Map<string, Item<E>[]>();
  for (const item of inOrder) {
    const key = JSON.stringify(item.group);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  const found: Group<E>[] = [];
  for (const of of groups.values()) {
    const group = correlation.type === 'temporal_ordered' ? ordered(correlation, of) : counted(correlation, of);
    if (group.found.length > 0) found.push(group);
  }
  return found;
}

/** Every window that ends with an item, and in which enough is. Items of one second have no order. */
function counted<E>({ type, timespanMs, isEnough, of }: Correlation, items: readonly Item<E>[]): Group<E> {
  const rules = of.map(({ rule }) => String(rule));
  const textOf = (item: Item<E> | undefined): string =>
    type === 'temporal' ? (rules[item?.position ?? 0] ?? '') : (item?.counted ?? '');
  const counts = new Map<string, number>();
  const found = new Bursts();
  let from = 0;
  for (let at = 0; at < items.length; ) {
    const time = items[at]?.time ?? 0;
    for (; items[at]?.time === time; at++) counts.set(textOf(items[at]), (counts.get(textOf(items[at])) ?? 0) + 1);
    for (; (items[from]?.time ?? time) < time - timespanMs; from++) {
      const text = textOf(items[from]);
      const left = (counts.get(text) ?? 0) - 1;
      if (left > 0) counts.set(text, left);
      else counts.delete(text);
    }
    if (isEnough(counts.size)) found.add(from, at - 1, time);
  }
  return { values: items[0]?.group ?? [], items, found: found.all };
}

/** Numbers stretches that come in the order of their ends. */
class Bursts {
  readonly all: Found[] = [];

  add(from: number, to: number, time: number): void {
    const last = this.all.at(-1);
    const burst = last === undefined ? 0 : last.to >= from ? last.burst : last.burst + 1;
    this.all.push({ from, to, time, burst });
  }
}

/** Every window that ends with an item, and in which an item of each rule follows one of the rule before it. */
function ordered<E>({ timespanMs, of }: Correlation, items: readonly Item<E>[]): Group<E> {
  const last = of.length - 1;
  // Of the chains up to each rule, when the one began that began the latest.
  const began = new Float64Array(of.length).fill(Number.NEGATIVE_INFINITY);
  const found = new Bursts();
  let from = 0;
  for (let at = 0; at < items.length; ) {
    const time = items[at]?.time ?? 0;
    const positions: number[] = [];
    for (; items[at]?.time === time; at++) positions.push(items[at]?.position ?? 0);
    // Items of one second have no order, so they are taken in the one that makes the longest chain.
    for (const position of positions.sort((left, right) => left - right))
      began[position] = position === 0 ? time : Math.max(began[position] ?? 0, began[position - 1] ?? 0);
    const start = time - timespanMs;
    while ((items[from]?.time ?? time) < start) from++;
    if ((began[last] ?? 0) >= start) found.add(from, at - 1, time);
  }
  return { values: items[0]?.group ?? [], items, found: found.all };
}

/** All events that have part in what some correlations have found, each once. */
export function eventsOf<E>(groups: readonly Group<E>[]): ReadonlySet<E> {
  const events = new Set<E>();
  const waiting = groups.map((group) => ({ group, found: group.found }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { group } = next;
    const inner = new Map<Group<E>, Found[]>();
    for (const at of covered(next.found)) {
      const source = group.items[at]?.source;
      if (source === undefined) continue;
      if ('event' in source) events.add(source.event);
      else {
        const known = inner.get(source.group);
        if (known === undefined) inner.set(source.group, [source.found]);
        else known.push(source.found);
      }
    }
    for (const [of, found] of inner) waiting.push({ group: of, found });
  }
  return events;
}

/** The numbers that lie in some stretches, each once. */
function* covered(found: readonly Found[]): Generator<number> {
  let next = 0;
  for (const { from, to } of [...found].sort((left, right) => left.from - right.from)) {
    for (let at = Math.max(next, from); at <= to; at++) yield at;
    next = Math.max(next, to + 1);
  }
}
