import type { Act } from '../act';
import { byText } from '../order';
import { memberText } from './calledNow';
import { type Course, type Entry, entryAt, sayTheSame, textsOf } from './course';
import { notKnownAt } from './notKnown';
import type { Organization, Unknown } from './unknown';

/** How things were at a moment, as far as the log tells. */
export interface State {
  /** By table, then by organization and keys. */
  readonly entries: readonly Entry[];
  /** What the log leaves open, in sentences. Values of the log in them are not escaped. */
  readonly notKnown: readonly string[];
}

/** What is different between two moments; in the order of a state. */
export interface Difference {
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
  readonly changed: readonly { readonly before: Entry; readonly after: Entry }[];
  /** At the later one. */
  readonly notKnown: readonly string[];
}

/** One change of one entry. */
export interface Change {
  readonly act: Act;
  /** Absent where it was made, or seen first. */
  readonly before: Entry | undefined;
  /** Absent where it was removed. */
  readonly after: Entry | undefined;
}

/** What all calls of a log made of what there was. Moments are in milliseconds since 1970; what happened in one belongs to it. */
export class History {
  /** The time of the last event of the log; undefined where none has one. */
  readonly end: number | undefined;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly unknown: readonly Unknown[];
  readonly #courses: readonly Course[];

  constructor(
    courses: readonly Course[],
    organizations: ReadonlyMap<string, Organization>,
    unknown: readonly Unknown[],
    end: number | undefined,
  ) {
    this.#courses = Array.from(courses).sort(byPlace);
    this.organizations = organizations;
    this.unknown = unknown;
    this.end = end;
  }

  at(time: number): State {
    const entries = this.#courses.flatMap((course) => entryAt(course, time) ?? []);
    return { entries, notKnown: notKnownAt(this, time, entries) };
  }

  difference(from: number, to: number): Difference {
    const added: Entry[] = [];
    const removed: Entry[] = [];
    const changed: Difference['changed'][number][] = [];
    const there: Entry[] = [];
    for (const course of this.#courses) {
      const [before, after] = [entryAt(course, from), entryAt(course, to)];
      if (after !== undefined) there.push(after);
      if (before === undefined) {
        if (after !== undefined) added.push(after);
      } else if (after === undefined) {
        removed.push(before);
      } else if (!sayTheSame(before.values, after.values)) {
        changed.push({ before, after });
      }
    }
    return { added, removed, changed, notKnown: notKnownAt(this, to, there) };
  }

  /** All that ever stood in one table, by organization and keys. @param table its name in schemas/state.json */
  coursesOf(table: string): readonly Course[] {
    return this.#courses.filter(({ table: { name } }) => name === table);
  }

  /** All changes of entries that name one of these texts, in the order they happened. */
  changesOf(texts: ReadonlySet<string>): readonly Change[] {
    const found: (Change & { readonly at: number })[] = [];
    for (const { versions } of this.#courses) {
      let before: Entry | undefined;
      for (const { at, by: act, entry: after } of versions) {
        if ([before, after].some((entry) => entry !== undefined && isAbout(entry, texts)))
          found.push({ at, act, before, after });
        before = after;
      }
    }
    return found.sort((left, right) => left.at - right.at).map(({ act, before, after }) => ({ act, before, after }));
  }

  /** The ids of whatever was ever called so, and the text itself. */
  idsOf(text: string): ReadonlySet<string> {
    const wanted = text.toLowerCase();
    const ids = new Set([text]);
    for (const { table, versions } of this.#courses) {
      const { names } = table;
      if (names === undefined) continue;
      for (const { entry } of versions) {
        const id = entry && memberText(entry, names.of);
        if (entry === undefined || id === undefined) continue;
        const texts = [...names.by, ...names.called].map((member) => memberText(entry, member)?.toLowerCase());
        if (texts.includes(wanted)) ids.add(id);
      }
    }
    return ids;
  }

  /** What ids were called at a moment, and what they are called at the end, by organization and id: see `nameKey`. */
  names(time: number): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const { table, versions, scope } of this.#courses) {
      const { names: called } = table;
      if (called === undefined) continue;
      for (let at = versions.length - 1; at >= 0; at--) {
        const { entry, time: since = time } = versions[at] ?? {};
        if (entry === undefined || since > time) continue;
        const id = memberText(entry, called.of);
        const name = called.called.map((member) => memberText(entry, member)).find((text) => text !== undefined);
        if (id !== undefined && name !== undefined && !names.has(nameKey(scope, id)))
          names.set(nameKey(scope, id), name);
        break;
      }
    }
    return names;
  }
}

/** Ids mean something within an organization only. */
export function nameKey(scope: string, id: string): string {
  return `${scope}\n${id}`;
}

/** Whether one of these texts stands in an entry. */
export function isAbout(entry: Entry, texts: ReadonlySet<string>): boolean {
  for (const text of textsOf(entry)) if (texts.has(text)) return true;
  return false;
}

function byPlace(left: Course, right: Course): number {
  if (left.table.rank !== right.table.rank) return left.table.rank - right.table.rank;
  const byScope = byText(left.scope, right.scope);
  if (byScope !== 0) return byScope;
  for (const [position, key] of left.keys.entries()) {
    const order = byText(key ?? '', right.keys[position] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
