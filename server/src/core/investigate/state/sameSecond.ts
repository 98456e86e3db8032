import type { Act } from '../act';
import { mustPrecede } from '../asHappened';
import type { Values } from './course';
import { type EntryPlace, keyOf } from './ledger';
import type { Unknown } from './unknown';

/** What an act made of an entry. */
interface Touch {
  readonly act: Act;
  /** Undefined where it took the entry away. */
  readonly values: Values | undefined;
  /** Whether other values stay as they are. */
  readonly isChange: boolean;
}

/**
 * What acts of one second made of the same entries. Their order is known only where one made or deleted what the other names; else the
 * last of them is only taken for the last.
 */
export class SameSecond {
  #time = Number.NaN;
  readonly #touched = new Map<string, { readonly place: EntryPlace; readonly touches: Touch[] }>();

  /**
   * @param time of the act, in milliseconds since 1970; acts come in the order they happened
   * @returns what is not known of the second before, if that is over
   */
  at(time: number): readonly Unknown[] {
    if (time === this.#time) return [];
    const unknown = this.ended();
    this.#time = time;
    return unknown;
  }

  /** What is not known of the second that was reached last, which is over. */
  ended(): readonly Unknown[] {
    const unknown = Array.from(this.#touched.values()).flatMap(({ place, touches }) => unknownOf(place, touches));
    this.#touched.clear();
    return unknown;
  }

  /** Takes in what an act made of an entry. */
  touch(place: EntryPlace, touch: Touch): void {
    const key = placeKey(place);
    const known = this.#touched.get(key);
    if (known === undefined) this.#touched.set(key, { place, touches: [touch] });
    else known.touches.push(touch);
  }
}

/** What tells an entry apart in all tables. */
export function placeKey(place: EntryPlace): string {
  const { table, scope } = place;
  return `${table.rank} ${scope.length} ${scope} ${keyOf(place)}`;
}

function unknownOf({ table, scope, keys }: EntryPlace, touches: readonly Touch[]): readonly Unknown[] {
  const last = touches.at(-1);
  if (last === undefined || touches.length === 1) return [];
  const other = touches.find(
    (touch) => touch.act !== last.act && makeDifferent(touch, last) && !mustPrecede(touch.act, last.act),
  );
  return other === undefined
    ? []
    : [{ kind: 'sameSecond', act: last.act, beside: other.act, scope, tables: [table], keys }];
}

/** Whether it matters which of two comes last. */
function makeDifferent(one: Touch, other: Touch): boolean {
  const [left, right] = [one.values, other.values];
  if (left === undefined || right === undefined) return left !== right;
  const members = new Set([...left.keys(), ...right.keys()]);
  for (const member of members) {
    if ((one.isChange && !left.has(member)) || (other.isChange && !right.has(member))) continue;
    if (JSON.stringify(left.get(member) ?? null) !== JSON.stringify(right.get(member) ?? null)) return true;
  }
  return false;
}
