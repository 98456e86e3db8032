import type { PartOf } from '../../investigate/own/ownEvidence';
import type { GatheredReads, ReadTuples } from './gatherReads';
import { tupleTimes } from './tupleTimes';

/** Rows whose tuples are told apart by when something happened, too. */
export interface PartedReads extends GatheredReads {
  /** What each tuple is told apart by; empty where by nothing. */
  readonly partOf: (tuple: number) => string;
}

/** The same rows with tuples of their own for each part of the time. Nothing is looked at but what was read by roles that are parted. */
export function partedReads(reads: GatheredReads, partOf: PartOf): PartedReads {
  const { tuples, texts, times } = reads;
  const parting = Array.from({ length: tuples.size }, (_, tuple) => {
    const role = tuples.roles[tuple] ?? 0;
    return role === 0 ? undefined : partOf(texts.textOf(role), texts.textOf(tuples.organizations[tuple] ?? 0));
  });
  if (parting.every((each) => each === undefined)) return { ...reads, partOf: () => '' };
  const parts = new Map<number, Map<string, number>>();
  /** Of each new tuple the one that it is a part of. */
  const bases = Array.from({ length: tuples.size }, (_, tuple) => tuple);
  const names: string[] = bases.map(() => '');
  const tupleOf = reads.tupleOf.map((tuple, at) => {
    const part = parting[tuple];
    if (part === undefined) return tuple;
    const name = part(times[at] ?? Number.NaN);
    const known = parts.get(tuple) ?? new Map<string, number>();
    parts.set(tuple, known);
    // The first part takes the number of the whole, so that no tuple is without a row.
    const number = known.get(name) ?? (known.size === 0 ? tuple : bases.push(tuple) - 1);
    known.set(name, number);
    names[number] = name;
    return number;
  });
  return { ...reads, tupleOf, tuples: withTimes(tuples, bases, times, tupleOf), partOf: (tuple) => names[tuple] ?? '' };
}

function withTimes(
  tuples: ReadTuples,
  bases: readonly number[],
  times: Float64Array,
  tupleOf: Uint32Array,
): ReadTuples {
  const size = bases.length;
  const of = (numbers: Uint32Array): Uint32Array => Uint32Array.from(bases, (base) => numbers[base] ?? 0);
  return {
    size,
    houses: of(tuples.houses),
    organizations: of(tuples.organizations),
    users: of(tuples.users),
    owners: of(tuples.owners),
    roles: of(tuples.roles),
    protocols: of(tuples.protocols),
    addresses: of(tuples.addresses),
    agents: of(tuples.agents),
    blindness: of(tuples.blindness),
    ...tupleTimes(times, tupleOf, size),
  };
}
