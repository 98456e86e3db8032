import {
  actionOfKey,
  type EventGroup,
  type EventInLog,
  type EventList,
  type GroupField,
  groupQuestion,
  inGroupOrder,
  printQuestion,
  weightOfNumber,
} from '../core/index';
import { firstInOrder } from '../core/store/firstInOrder';
import { groupName } from './actorNames';
import { MergedList } from './eventList';
import type { GroupCounts } from './groupCounts';
import type { MergedEvents } from './mergedEvents';
import type { Partition } from './partition';
import type { SelectedRows, Within } from './selectedRows';

/** What events of both sides, those on disk and those that are open, are grouped by on one level. */
export interface Level {
  readonly by: GroupField;
  readonly onDisk: Partition;
  readonly open: Partition;
}

/** The rows that are asked for, on both sides. */
export interface Sides<T> {
  readonly onDisk: T;
  readonly open: T;
}

/** A group, as far as it takes to find its place among others. */
interface Candidate {
  readonly key: string;
  readonly label: string;
  /** Its numbers on both sides; undefined where it has no event there. */
  readonly onDisk: number | undefined;
  readonly open: number | undefined;
}

/** The groups below a path that hold an event, in no order, and what is counted of them on the sides that know the path. */
interface Found {
  /** Numbers of groups on disk; those that are in open logs alone as what is missing to -1. There may be hundreds of thousands. */
  readonly held: Int32Array;
  readonly counts: Partial<Sides<GroupCounts>>;
}

/** Some groups of those there are. */
export interface GroupPage {
  readonly total: number;
  readonly groups: readonly EventGroup[];
}

/** Where an event is listed: the groups that hold it, the outermost first, each with its place among its neighbours, and its own place. */
export interface ListedPlace {
  readonly groups: readonly { readonly group: EventGroup; readonly position: number }[];
  readonly position: number;
}

/** A path of keys leads from level to level: to groups, and behind the last level to events. */
type Path = readonly string[];

const SIDES = ['onDisk', 'open'] as const;
/** More paths nobody goes along at once. */
const MOST_PATHS = 200;

/**
 * Events of open logs and of logs on disk in groups, and in groups of these. Groups are numbers until somebody looks at them, since there
 * may be as many of them as events: only those of one page are made.
 */
export class GroupedEvents {
  readonly #merged: MergedEvents;
  readonly #rows: Sides<SelectedRows>;
  readonly #levels: readonly Level[];
  /** By path. Who goes through pages asks for the same again and again. */
  readonly #found = new Map<string, Found>();

  constructor(merged: MergedEvents, rows: Sides<SelectedRows>, levels: readonly Level[]) {
    this.#merged = merged;
    this.#rows = rows;
    this.#levels = levels;
  }

  /** How many levels of groups there are. */
  get depth(): number {
    return this.#levels.length;
  }

  /**
   * The groups that a group holds, in their order.
   *
   * @param path of fewer keys than there are levels
   * @param to exclusive
   */
  groups(path: Path, from: number, to: number): GroupPage {
    const level = this.#levels[path.length];
    if (level === undefined) return { total: 0, groups: [] };
    const found = this.#below(path, level);
    const first = firstInOrder(candidatesIn(level, found), to, inGroupOrder(level.by)).slice(from);
    return { total: found.held.length, groups: first.map((each) => this.#group(level, found.counts, each)) };
  }

  /** The events of a group of the innermost level, in the order they happened; none for a group that is not there. */
  events(path: Path): EventList {
    const lists = SIDES.flatMap((side) => {
      const within = path.length === this.#levels.length ? this.#within(path, side) : undefined;
      return within === undefined ? [] : [this.#rows[side].list(within)];
    });
    const [one, other] = lists.filter(({ length }) => length > 0);
    if (one === undefined) return [];
    return other === undefined ? one : new MergedList(one, other);
  }

  /** Where an event that speaks is listed; undefined where it is not. */
  placeOf(event: EventInLog): ListedPlace | undefined {
    const side = SIDES.find((each) => this.#numberOf(event, each) !== undefined);
    const number = side && this.#numberOf(event, side);
    if (side === undefined || number === undefined || !this.#rows[side].has(number)) return undefined;
    const path: string[] = [];
    const groups: ListedPlace['groups'][number][] = [];
    for (const level of this.#levels) {
      const { groupOf, groups: held } = level[side];
      const key = held.keyOf(groupOf[number] ?? -1);
      const found = this.#below(path, level);
      const own = candidateOf(level, found, key);
      if (own === undefined) return undefined;
      const compare = inGroupOrder(level.by);
      let position = 0;
      for (const each of candidatesIn(level, found)) if (compare(each, own) < 0) position++;
      groups.push({ group: this.#group(level, found.counts, own), position });
      path.push(key);
    }
    const position = this.events(path).indexOf(event);
    return position < 0 ? undefined : { groups, position };
  }

  #numberOf({ log, facts }: EventInLog, side: keyof Sides<unknown>): number | undefined {
    return this.#merged[side].rows.numberOf(log, facts.index);
  }

  #below(path: Path, level: Level): Found {
    const key = JSON.stringify(path);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    if (this.#found.size >= MOST_PATHS) this.#found.clear();
    const onDisk = this.#counted(path, level, 'onDisk');
    const open = this.#counted(path, level, 'open');
    const counts = { ...(onDisk && { onDisk }), ...(open && { open }) };
    const found = { counts, held: this.#held(level, counts) };
    this.#found.set(key, found);
    return found;
  }

  #held(level: Level, { onDisk, open }: Found['counts']): Int32Array {
    const held = new Int32Array((onDisk ? level.onDisk.groups.size : 0) + (open ? level.open.groups.size : 0));
    let count = 0;
    for (let group = 0; onDisk !== undefined && group < level.onDisk.groups.size; group++)
      if (this.#holds(level, 'onDisk', onDisk, group)) held[count++] = group;
    for (let group = 0; open !== undefined && group < level.open.groups.size; group++) {
      if (!this.#holds(level, 'open', open, group)) continue;
      const same = onDisk && level.onDisk.groups.numberOf(level.open.groups.keyOf(group));
      if (onDisk === undefined || same === undefined || onDisk.count(same) === 0) held[count++] = -1 - group;
    }
    return held.slice(0, count);
  }

  #holds({ by }: Level, side: keyof Sides<unknown>, counts: GroupCounts, group: number): boolean {
    if (counts.count(group) === 0) return false;
    const { together, services } = this.#rows[side];
    return by !== 'action' || services === 'all' || together.byAction.isOfWorkMail(group);
  }

  /** Undefined where the side has no row, or nothing of the path. */
  #counted(path: Path, level: Level, side: keyof Sides<unknown>): GroupCounts | undefined {
    const within = this.#within(path, side);
    const isEmpty = this.#merged[side].rows.count === 0;
    return within === undefined || isEmpty ? undefined : this.#rows[side].counts(level[side], within.at(-1));
  }

  #within(path: Path, side: keyof Sides<unknown>): readonly Within[] | undefined {
    const within: Within[] = [];
    for (const [at, key] of path.entries()) {
      const partition = this.#levels[at]?.[side];
      const group = partition?.groups.numberOf(key);
      if (partition === undefined || group === undefined) return undefined;
      within.push({ partition, group });
    }
    return within;
  }

  #group({ by, onDisk, open }: Level, counted: Found['counts'], candidate: Candidate): EventGroup {
    const { key, label } = candidate;
    const parts = SIDES.flatMap((side) => {
      const group = candidate[side];
      const counts = counted[side];
      return group === undefined || counts === undefined ? [] : [{ group, counts, rows: this.#merged[side].rows }];
    });
    const sum = (which: 'count' | 'failed' | 'malformed'): number =>
      parts.reduce((total, { group, counts }) => total + counts[which](group), 0);
    const timed = parts.filter(({ group, counts }) => counts.first(group) !== undefined);
    const [first] = timed.slice().sort((a, b) => a.counts.firstTime(a.group) - b.counts.firstTime(b.group));
    const [last] = timed.slice().sort((a, b) => b.counts.lastTime(b.group) - a.counts.lastTime(a.group));
    const texts = [...textsOf(onDisk, candidate.onDisk), ...textsOf(open, candidate.open)];
    return {
      by,
      key,
      label: groupName(by, { key, label }, this.#merged),
      service: by === 'action' ? actionOfKey(key).service : undefined,
      count: sum('count'),
      failed: sum('failed'),
      malformed: sum('malformed'),
      first: first?.rows.timeText(first.counts.first(first.group) ?? -1),
      last: last?.rows.timeText(last.counts.last(last.group) ?? -1),
      weight: weightOfNumber(Math.max(0, ...parts.map(({ group, counts }) => counts.weight(group)))),
      question: printQuestion(groupQuestion(by, key, texts.length === 0 ? [key] : Array.from(new Set(texts)))),
    };
  }
}

/** The groups that were found, each made when it is looked at and let go of. */
function* candidatesIn(level: Level, { held, counts }: Found): Generator<Candidate> {
  for (const code of held) yield candidate(level, counts, code);
}

function candidate(level: Level, { open }: Found['counts'], code: number): Candidate {
  const groups = code < 0 ? level.open.groups : level.onDisk.groups;
  const group = code < 0 ? -1 - code : code;
  const key = groups.keyOf(group);
  const label = groups.labelOf(group);
  if (code < 0) return { key, label, onDisk: undefined, open: group };
  const same = open && level.open.groups.numberOf(key);
  return { key, label, onDisk: group, open: open && same !== undefined && open.count(same) > 0 ? same : undefined };
}

/** The group of a key, if it is among those that were found. */
function candidateOf(level: Level, { held, counts }: Found, key: string): Candidate | undefined {
  const [onDisk, open] = [level.onDisk.groups.numberOf(key), level.open.groups.numberOf(key)];
  const codes = [...(onDisk === undefined ? [] : [onDisk]), ...(open === undefined ? [] : [-1 - open])];
  const code = codes.find((each) => held.includes(each));
  return code === undefined ? undefined : candidate(level, counts, code);
}

function textsOf({ groups }: Partition, group: number | undefined): readonly string[] {
  return group === undefined ? [] : (groups.textsOf?.(group) ?? []);
}
