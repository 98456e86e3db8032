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

/** What one table has of one organization or account. */
interface Page {
  readonly courses: Map<string, OpenCourse>;
  /** Those of them that have an entry now, and by member and id the entities that these go with. */
  readonly there: Set<OpenCourse>;
  readonly goingWith: ReadonlyMap<string, Map<string, Set<OpenCourse>>>;
}

/** All entries as they are at the moment that a replay has reached, and what they were before. Acts come in the order they happened. */
export class Ledger {
  readonly #called = new CalledNow();
  /** By table and scope. */
  readonly #pages = new Map<Table, Map<string, Page>>();

  /** What stands there now. */
  entry(place: EntryPlace): Entry | undefined {
    return this.#course(place)?.versions.at(-1)?.entry;
  }

  /** Whether anything ever stood there. */
  wasSeen(place: EntryPlace): boolean {
    return this.#course(place) !== undefined;
  }

  /** Writes down what an entry is from now on. What it is already keeps its beginning. */
  put(place: EntryPlace, values: Values, { act, time, at }: Happening, seen: boolean): void {
    const page = this.#page(place);
    const key = keyOf(place);
    const known = page.courses.get(key);
    const before = known?.versions.at(-1)?.entry;
    if (before !== undefined && sayTheSame(before.values, values)) return;
    const { table, scope, keys } = place;
    const course = known ?? { table, scope, keys, versions: [] };
    if (known === undefined) page.courses.set(key, course);
    const entry = { table, scope, keys, values, by: act, seen };
    if (before !== undefined) this.#count(page, course, before, -1);
    this.#count(page, course, entry, 1);
    course.versions.push({ time, at, by: act, entry });
  }

  /** Takes away what stands there, if anything does. */
  remove(place: EntryPlace, { act, time, at }: Happening): void {
    const course = this.#course(place);
    const before = course?.versions.at(-1)?.entry;
    if (course === undefined || before === undefined) return;
    this.#count(this.#page(place), course, before, -1);
    course.versions.push({ time, at, by: act, entry: undefined });
  }

  /** All entries that a table has of a scope, as they are now. */
  entriesOf(table: Table, scope: string): readonly Entry[] {
    return entriesIn(this.#pages.get(table)?.get(scope)?.there);
  }

  /** Those of them that go with what a member names. */
  going(table: Table, scope: string, member: string, id: string): readonly Entry[] {
    return entriesIn(this.#pages.get(table)?.get(scope)?.goingWith.get(member)?.get(id));
  }

  /** The id that a call means by a text: see `CalledNow`. */
  resolve(scope: string, text: string, kind: EntityWord): string {
    return this.#called.resolve(scope, text, kind);
  }

  courses(): readonly Course[] {
    const pages = Array.from(this.#pages.values()).flatMap((ofTable) => Array.from(ofTable.values()));
    return pages.flatMap(({ courses }) => Array.from(courses.values()));
  }

  #course(place: EntryPlace): OpenCourse | undefined {
    return this.#pages.get(place.table)?.get(place.scope)?.courses.get(keyOf(place));
  }

  #page({ table, scope }: EntryPlace): Page {
    const ofTable = this.#pages.get(table) ?? new Map<string, Page>();
    this.#pages.set(table, ofTable);
    const known = ofTable.get(scope);
    if (known !== undefined) return known;
    const goingWith = new Map(table.goesWith.map((member) => [member, new Map<string, Set<OpenCourse>>()]));
    const page = { courses: new Map(), there: new Set<OpenCourse>(), goingWith };
    ofTable.set(scope, page);
    return page;
  }

  #count({ there, goingWith }: Page, course: OpenCourse, entry: Entry, more: 1 | -1): void {
    this.#called.count(entry, more);
    if (more === 1) there.add(course);
    else there.delete(course);
    for (const [member, byId] of goingWith) {
      const id = memberText(entry, member);
      if (id !== undefined) mark(byId, id, course, more);
    }
  }
}

function entriesIn(courses: Iterable<OpenCourse> = []): readonly Entry[] {
  return Array.from(courses).flatMap(({ versions }) => versions.at(-1)?.entry ?? []);
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

/** What tells an entry apart in its table and scope. Addresses are the same in capitals. Most entries have one key or two. */
export function keyOf({ table, keys }: EntryPlace): string {
  let text = '';
  for (const [position, key] of keys.entries()) {
    const same = key !== null && table.keys[position]?.[1] === 'address' ? key.toLowerCase() : key;
    if (position === keys.length - 1) text += same === null ? '-' : `=${same}`;
    else text += same === null ? '- ' : `${same.length} ${same}`;
  }
  return text;
}
