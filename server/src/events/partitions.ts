import type { Entities, GroupField } from '../core/index';
import { lastName, placesApart } from '../wire/placeNames';
import type { Level, Sides } from './groupedEvents';
import type { MergedEvents } from './mergedEvents';
import { KeyedGroups, type Partition } from './partition';
import { type OwnField, partitionBy } from './partitionBy';
import type { RowsTogether } from './rowsTogether';
import { type SaidTargets, saidTargets, targetPartition } from './targetPartition';

/** Does work to its end, giving way to other work. */
type ToEnd = <T extends object>(work: Generator<void, T>) => Promise<T>;

/** Who looks for what tells events apart goes through most fields. Four bytes a row for each. */
const MOST_KEPT = 9;

/** What was found of the rows of one side, each once. */
interface Known {
  /** By field, those asked for last at the end: each holds a number for every row. */
  readonly partitions: Map<OwnField, Promise<Partition>>;
  targets: Promise<SaidTargets> | undefined;
  /** By target, with what was known of ids then. */
  byTarget: { readonly entities: Entities; readonly partition: Partition } | undefined;
}

/** Groups of the rows of both sides. Those of logs on disk are kept while open logs change. */
export class Partitions {
  readonly #toEnd: ToEnd;
  readonly #known = new WeakMap<RowsTogether, Known>();

  constructor(toEnd: ToEnd) {
    this.#toEnd = toEnd;
  }

  /** The levels that events are grouped by, the outermost first. */
  async levels(merged: MergedEvents, by: readonly GroupField[]): Promise<readonly Level[]> {
    const levels: Level[] = [];
    for (const field of by) {
      const onDisk = await this.#of(merged, 'onDisk', field);
      const open = await this.#of(merged, 'open', field);
      levels.push({ by: field, ...(field === 'file' ? filesApart(merged, { onDisk, open }) : { onDisk, open }) });
    }
    return levels;
  }

  async #of(merged: MergedEvents, side: 'onDisk' | 'open', by: GroupField): Promise<Partition> {
    const together = merged[side];
    if (by === 'action') return together.byAction;
    const known = this.#known.get(together) ?? { partitions: new Map(), targets: undefined, byTarget: undefined };
    this.#known.set(together, known);
    if (by === 'target') {
      known.targets ??= this.#toEnd(saidTargets(together));
      const { entities } = merged;
      if (known.byTarget?.entities !== entities)
        known.byTarget = { entities, partition: targetPartition(await known.targets, entities) };
      return known.byTarget.partition;
    }
    const partition = known.partitions.get(by) ?? this.#toEnd(partitionBy(by, together));
    known.partitions.delete(by);
    known.partitions.set(by, partition);
    const [oldest] = known.partitions.keys();
    if (known.partitions.size > MOST_KEPT && oldest !== undefined) known.partitions.delete(oldest);
    return partition;
  }
}

/** Calls files what tells each from all others, of both sides. */
function filesApart({ logs }: MergedEvents, { onDisk, open }: Sides<Partition>): Sides<Partition> {
  const names = namesOfFiles(logs.map(({ uri }) => uri));
  const named = (partition: Partition): Partition => {
    const { groups } = partition;
    const keys = Array.from({ length: groups.size }, (_, group) => groups.keyOf(group));
    return { ...partition, groups: new KeyedGroups(keys, (uri) => names.get(uri) ?? uri) };
  };
  return { onDisk: named(onDisk), open: named(open) };
}

/** By uri. Nearly all files of a trail have a name that no other has, and of these no way is looked at. */
function namesOfFiles(uris: readonly string[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string[]>();
  for (const uri of uris) {
    const name = lastName(uri);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [uri]);
    else same.push(uri);
  }
  const names = new Map<string, string>();
  for (const [name, same] of byName) {
    const apart = same.length === 1 ? [name] : placesApart(same);
    for (const [at, uri] of same.entries()) names.set(uri, apart[at] ?? name);
  }
  return names;
}
