import type { JsonValue } from '../../record';
import type { Act } from '../act';
import { CalledNow, memberText } from './calledNow';
import { type Course, type Entry, type Keys, sayTheSame, type Values, type Version } from './course';
import type { EntityWord, Table } from './stateSchema';

interface OpenCourse extends Course {
  readonly versions: Version[];
}

/** Which entry is meant. */
export interface EntryPlace {
  readonly table: Table;
  readonly scope: string;
  readonly keys: Keys;
}

/** The act that is being followed. */
export interface Happening {
  readonly act: Act;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly at: number;
}

/** All entries as they are at the moment that a replay has reached, and what they were before. Acts come in the order they happened. */
export class Ledger {
  readonly called = new CalledNow();
  readonly #courses = new Map<string, OpenCourse>();
  /** Entries that are there now: by table and scope, and by these and the entity that they go with. */
  readonly #ofScope = new Map<string, Set<OpenCourse>>();
  readonly #goingWith = new Map<string, Set<OpenCourse>>();

  /** What stands there now. */
  entry(place: EntryPlace): Entry | undefined {
    return this.#courses.get(keyOf(place))?.versions.at(-1)?.entry;
  }

  /** Whether anything ever stood there. */
  wasSeen(place: EntryPlace): boolean {
    return this.#courses.has(keyOf(place));
  }

  /** Writes down what an entry is from now on. What it is already keeps its beginning. */
  put(place: EntryPlace, values: Values, by: Happening, seen: boolean): void {
    const course = this.#courseAt(place);
    const before = course.versions.at(-1)?.entry;
    if (before !== undefined && sayTheSame(before.values, values)) return;
    this.#write(course, { ...place, values, by: by.act, seen }, by);
  }

  /** @returns whether there was one */
  remove(place: EntryPlace, by: Happening): boolean {
    const course = this.#courses.get(keyOf(place));
    if (course?.versions.at(-1)?.entry === undefined) return false;
    this.#write(course, undefined, by);
    return true;
  }

  /** Entries of a table that go with an entity, or all that it has of a scope, as they are now. */
  going(table: Table, scope: string, id?: string): readonly Entry[] {
    const key = withKey(table, scope, id);
    const courses = (id === undefined ? this.#ofScope : this.#goingWith).get(key);
    return Array.from(courses ?? []).flatMap(({ versions }) => versions.at(-1)?.entry ?? []);
  }

  resolve(scope: string, text: string, kind: EntityWord): string {
    return this.called.resolve(scope, text, kind);
  }

  courses(): readonly Course[] {
    return Array.from(this.#courses.values());
  }

  #courseAt(place: EntryPlace): OpenCourse {
    const key = keyOf(place);
    const known = this.#courses.get(key);
    if (known !== undefined) return known;
    const { table, scope, keys } = place;
    const course: OpenCourse = { table, scope, keys, versions: [] };
    this.#courses.set(key, course);
    return course;
  }

  #write(course: OpenCourse, entry: Entry | undefined, { act, time, at }: Happening): void {
    const before = course.versions.at(-1)?.entry;
    if (before !== undefined) this.#count(course, before, -1);
    if (entry !== undefined) this.#count(course, entry, 1);
    course.versions.push({ time, at, by: act, entry });
  }

  #count(course: OpenCourse, entry: Entry, more: 1 | -1): void {
    this.called.count(entry, more);
    const { table, scope } = entry;
    mark(this.#ofScope, withKey(table, scope), course, more);
    for (const member of table.goesWith) {
      const id = memberText(entry, member);
      if (id !== undefined) mark(this.#goingWith, withKey(table, scope, id), course, more);
    }
  }
}

function mark(sets: Map<string, Set<OpenCourse>>, key: string, course: OpenCourse, more: 1 | -1): void {
  const set = sets.get(key);
  if (more === 1) {
    if (set === undefined) sets.set(key, new Set([course]));
    else set.add(course);
  } else {
    set?.delete(course);
    if (set?.size === 0) sets.delete(key);
  }
}

/** Addresses are the same in capitals. */
function keyOf({ table, scope, keys }: EntryPlace): string {
  const parts: JsonValue[] = [table.rank, scope];
  for (const [position, [, kind]] of table.keys.entries()) {
    const key = keys[position] ?? null;
    parts.push(kind === 'address' && key !== null ? key.toLowerCase() : key);
  }
  return JSON.stringify(parts);
}

function withKey({ rank }: Table, scope: string, id = ''): string {
  return `${rank} ${scope}\n${id}`;
}
