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
  /** Whether an item has part in anything that was found, if it lies in its stretch. */
  readonly isPart: (item: number) => boolean;
}

/** A stretch of items in which a correlation has found what it looks for, both ends inclusive. */
export interface Found {
  readonly from: number;
  readonly to: number;
  /** Of the item with which it was complete, in milliseconds since 1970. */
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
  return { values: items[0]?.group ?? [], items, found: found.all, isPart: () => true };
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

/** Chains of one item of each rule, in the order of the rules, that are no longer than the timespan. */
function ordered<E>({ timespanMs, of }: Correlation, items: readonly Item<E>[]): Group<E> {
  const last = of.length - 1;
  // Of each item when the chain before it began at the latest, and when the one behind it ends at the earliest.
  const began = new Float64Array(items.length).fill(Number.NEGATIVE_INFINITY);
  const ends = new Float64Array(items.length).fill(Number.POSITIVE_INFINITY);
  const latest = new Float64Array(of.length).fill(Number.NEGATIVE_INFINITY);
  const earliest = new Float64Array(of.length).fill(Number.POSITIVE_INFINITY);
  for (const { at, item } of inSeconds(items, 1)) {
    const { position, time } = item;
    began[at] = position === 0 ? time : (latest[position - 1] ?? 0);
    latest[position] = Math.max(latest[position] ?? 0, began[at] ?? 0);
  }
  for (const { at, item } of inSeconds(items, -1)) {
    const { position, time } = item;
    ends[at] = position === last ? time : (earliest[position + 1] ?? 0);
    earliest[position] = Math.min(earliest[position] ?? 0, ends[at] ?? 0);
  }
  const found = new Bursts();
  let from = 0;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item?.position !== last || item.time - (began[at] ?? 0) > timespanMs) continue;
    while ((items[from]?.time ?? item.time) < (began[at] ?? 0)) from++;
    let to = at;
    while (items[to + 1]?.time === item.time) to++;
    found.add(from, to, item.time);
  }
  const isPart = (at: number): boolean => (ends[at] ?? 0) - (began[at] ?? 0) <= timespanMs;
  return { values: items[0]?.group ?? [], items, found: found.all, isPart };
}

/** Items forwards or backwards in time; those of one second in the order of the rules, or the other way round. */
function* inSeconds<E>(
  items: readonly Item<E>[],
  direction: 1 | -1,
): Generator<{ readonly at: number; readonly item: Item<E> }> {
  const numbers = Array.from(items, (_, at) => at);
  const timeOf = (at: number): number => items[at]?.time ?? 0;
  const positionOf = (at: number): number => items[at]?.position ?? 0;
  numbers.sort((left, right) => direction * (timeOf(left) - timeOf(right) || positionOf(left) - positionOf(right)));
  for (const at of numbers) {
    const item = items[at];
    if (item !== undefined) yield { at, item };
  }
}

/** All events that have part in what some correlations have found, each once. */
export function eventsOf<E>(groups: readonly Group<E>[]): ReadonlySet<E> {
  const events = new Set<E>();
  const waiting = groups.map((group) => ({ group, found: group.found }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { group } = next;
    const inner = new Map<Group<E>, Found[]>();
    for (const at of covered(next.found)) {
      const source = group.isPart(at) ? group.items[at]?.source : undefined;
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
