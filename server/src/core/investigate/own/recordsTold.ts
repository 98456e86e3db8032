import type { Weight } from '../../check/schemaTypes';
import { once } from '../../once';
import type { Act } from '../act';
import { type Finding, findingLater } from '../questions/answer';
import { rowLabel } from '../questions/rowLabel';
import { when } from '../questions/told';
import { spanOf, spanWords } from '../span';
import type { OwnRecord } from './ownEvidence';

/** More records carry no finding: nobody reads them one by one. */
const MOST = 1000;

/** What is told of some records. */
export interface RecordsTold {
  readonly kind: string;
  readonly weight: Weight;
  /** What happened, without a stop; values as they are. */
  readonly what: string;
  /** How it is tied to other records, and what else there is to say. */
  readonly more?: readonly string[];
  readonly entities: readonly string[];
  /** Calls that it is tied to, which carry it too. */
  readonly calls?: readonly Act[];
}

/** A finding that some records carry; nothing where there are none. @param records the earliest first */
export function recordsTold(records: readonly OwnRecord[], told: RecordsTold): readonly Finding[] {
  const { kind, weight, what, more = [], entities, calls = [] } = told;
  const [first, ...others] = records;
  if (first === undefined) return [];
  const left = records.length - MOST;
  const rest = left > 0 ? [`the earliest ${MOST} records are given here, ${left} more tell of it`] : [];
  const own = once((): Finding['acts'] => [first.act, ...others.slice(0, MOST - 1).map(({ act }) => act)]);
  const all = left > 0 ? spanOf(records.map(({ time }) => time)) : undefined;
  const times = (): string => (all === undefined ? when(own()) : spanWords(all));
  const found = findingLater(() => [...own(), ...calls], {
    kind,
    weight,
    summary: () => `${[`${what}, ${times()}`, ...more, ...rest].join('; ')}.`,
    label: () => rowLabel(what, [first.act]),
    entities: entities.filter((entity) => entity !== ''),
    ...(all !== undefined && { span: spanOf([all.from, all.to, ...calls.map(({ row }) => row.time)]) }),
  });
  return [found];
}

/** Records by what they have in common, in the order in which they were met. */
export function recordsBy(
  records: readonly OwnRecord[],
  keyOf: (record: OwnRecord) => string,
): ReadonlyMap<string, readonly [OwnRecord, ...OwnRecord[]]> {
  const found = new Map<string, [OwnRecord, ...OwnRecord[]]>();
  for (const record of records) {
    const key = keyOf(record);
    const known = found.get(key);
    if (known === undefined) found.set(key, [record]);
    else known.push(record);
  }
  return found;
}
