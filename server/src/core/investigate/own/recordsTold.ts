import type { Weight } from '../../check/schemaTypes';
import { type Finding, findingOf } from '../questions/answer';
import { rowLabel } from '../questions/rowLabel';
import { when } from '../questions/told';
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
}

/** A finding that some records carry; nothing where there are none. @param records the earliest first */
export function recordsTold(records: readonly OwnRecord[], told: RecordsTold): readonly Finding[] {
  const { kind, weight, what, more = [], entities } = told;
  const left = records.length - MOST;
  const rest = left > 0 ? [`the earliest ${MOST} records are given here, ${left} more tell of it`] : [];
  const found = findingOf(
    records.slice(0, MOST).map(({ act }) => act),
    (acts) => ({
      kind,
      weight,
      summary: () => `${[`${what}, ${when(acts)}`, ...more, ...rest].join('; ')}.`,
      label: () => rowLabel(what, acts),
      entities: entities.filter((entity) => entity !== ''),
    }),
  );
  return found === undefined ? [] : [found];
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
