import { teachesName } from '../../core/investigate/ownParticulars';
import type { OwnLog } from '../../core/read/own/ownLogs';
import { auditColumns } from '../../core/store/ownColumns';
import { type ThingsOfLog, thingsOfLog } from '../../core/store/ownThings';
import { ENTRY, type FlatLines } from './flatLines';

/** Where entries have what rows of a log say: places behind the beginning of an entry. */
export interface FlatPlan {
  readonly log: OwnLog;
  /** By what every event has; the first that says something counts. */
  readonly roles: Readonly<Record<'organization' | 'actor' | 'user' | 'name' | 'address' | 'agent', readonly number[]>>;
  readonly truth: number;
  readonly time: number;
  readonly request: number;
  readonly act: number;
  readonly reason: number;
  /** A place and the column that keeps it, two numbers each, in the order of the fields. */
  readonly columns: Uint32Array;
  /** Places of what things are told by; negative where the log has no such field. */
  readonly owner: number;
  readonly user: number;
  readonly name: number;
  readonly named: readonly number[];
  readonly described: number;
  /** Whether a record tells what its user is called, where it says both: if it worked, always, never. */
  readonly teaches: { readonly allowed: boolean; readonly else: boolean };
}

/** Undefined where a log has something that entries do not. */
export function flatPlan(log: OwnLog, lines: FlatLines): FlatPlan | undefined {
  const things = thingsOfLog(log, (text) => lines.numberOf(text));
  if (things === undefined || log.within !== undefined) return undefined;
  const placeOf = (name: string): number => {
    const field = lines.fields.findIndex((each) => each.name === name);
    return field < 0 ? -1 : ENTRY.fields + field;
  };
  const places = log.fields.map(({ name }) => placeOf(name));
  const named = (role: string): readonly number[] =>
    (log.byRole.get(role) ?? []).flatMap((name) => (placeOf(name) < 0 ? [] : placeOf(name)));
  const kept: Readonly<Record<string, number>> = auditColumns;
  const isKept = (column: string | undefined): column is string => column !== undefined && Object.hasOwn(kept, column);
  const columns = log.fields.flatMap(({ column }, position) => {
    const place = places[position] ?? -1;
    return isKept(column) && place >= 0 ? [place, kept[column] ?? 0] : [];
  });
  // What has no column is not kept by number, so nothing is told by it.
  const thing = (position: number): number => (isKept(log.fields[position]?.column) ? (places[position] ?? -1) : -1);
  const tells = (allowed: boolean | undefined): boolean => teachesName({ log, allowed, user: 'user', name: 'name' });
  return {
    log,
    roles: {
      organization: named('organization'),
      actor: named('actor'),
      user: named('user'),
      name: named('name'),
      address: named('address'),
      agent: named('agent'),
    },
    truth: log.truth === undefined ? -1 : placeOf(log.truth.name),
    time: named('time')[0] ?? -1,
    request: named('request')[0] ?? -1,
    act: log.act.field === undefined ? -1 : placeOf(log.act.field),
    reason: placeOf(log.fields.find(({ column }) => column === 'reason')?.name ?? ''),
    columns: Uint32Array.from(columns),
    ...placesOf(things, thing),
    described: things.described,
    teaches: { allowed: tells(true), else: tells(undefined) },
  };
}

function placesOf(
  { owner, user, name, named }: ThingsOfLog,
  thing: (position: number) => number,
): Pick<FlatPlan, 'owner' | 'user' | 'name' | 'named'> {
  return {
    owner: thing(owner),
    user: thing(user),
    name: thing(name),
    named: named.map(thing).filter((place) => place >= 0),
  };
}
