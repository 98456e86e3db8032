import type { OwnLog } from '../../core/read/own/ownLogs';
import { auditColumns } from '../../core/store/ownColumns';
import { behindColumns, fieldsApart } from '../../core/store/ownParticulars';
import { thingsOfLog } from '../../core/store/ownThings';
import { ENTRY, type FlatLines } from './flatLines';

/** What rows of a log are made by, as the extractor is told it: see `Plan` in its `flatPlans.ts`. */
export interface FlatPlan {
  readonly log: OwnLog;
  /** What its targets are described by. */
  readonly described: number;
  readonly words: Uint32Array;
}

/** By what every event has; the first that says something counts. In the order in which the plan has them. */
const ROLES = ['organization', 'actor', 'user', 'name', 'address', 'agent'] as const;
/** So many fields of a role have room, with a 0 behind them. */
const MOST_OF_ROLE = 3;
const NUMBER_BYTES = 4;

/** Undefined where a log has something that entries do not. */
export function flatPlan(log: OwnLog, lines: FlatLines): FlatPlan | undefined {
  const things = thingsOfLog(log, (text) => lines.numberOf(text));
  if (things === undefined || log.within !== undefined) return undefined;
  const placeOf = (name: string | undefined): number => {
    const field = lines.fields.findIndex((each) => each.name === name);
    return field < 0 ? 0 : NUMBER_BYTES * (ENTRY.fields + field);
  };
  const named = (role: string): readonly number[] =>
    (log.byRole.get(role) ?? []).map(placeOf).filter((place) => place > 0);
  if (ROLES.some((role) => named(role).length > MOST_OF_ROLE)) return undefined;
  const kept: Readonly<Record<string, number>> = auditColumns;
  const apart = fieldsApart(log);
  if (apart.length > 1) return undefined;
  const columns = log.fields.flatMap(({ name, column = '' }, position) => {
    const place = placeOf(name);
    if (!Object.hasOwn(kept, column) || place === 0) return [];
    return [place, kept[column] ?? 0, ...(apart.includes(position) ? [place, behindColumns.apart] : [])];
  });
  const single = [log.truth?.name, undefined, undefined, log.act.field].map(placeOf);
  single[1] = named('time')[0] ?? 0;
  single[2] = named('request')[0] ?? 0;
  const roles = ROLES.flatMap((role) => {
    const places = named(role);
    return [...places, ...new Array<number>(MOST_OF_ROLE + 1 - places.length).fill(0)];
  });
  return { log, described: things.described, words: Uint32Array.of(...single, ...roles, ...columns, 0) };
}
