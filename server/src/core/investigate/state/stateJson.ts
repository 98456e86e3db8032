import { stateSchema } from '../../../generated/state';
import type { JsonValue } from '../../record';
import { isoSecond } from '../utcText';
import type { Entry } from './course';
import type { Difference, State } from './history';
import type { Table } from './stateSchema';

/** The object that `state --json` prints, whose names and order are a promise to programs. Times as CloudTrail writes them. */
export function stateData(at: number | undefined, { entries, notKnown }: State): unknown {
  return { at: momentText(at), ...inTables(entries, ({ table }) => table, entryData), notKnown };
}

/** The same for what is different between two moments; every table is there, if only as an empty list. */
export function differenceData(from: number | undefined, to: number | undefined, difference: Difference): unknown {
  const { added, removed, changed, notKnown } = difference;
  return {
    from: momentText(from),
    to: momentText(to),
    added: inTables(added, ({ table }) => table, entryData),
    removed: inTables(removed, ({ table }) => table, entryData),
    changed: inTables(
      changed,
      ({ after }) => after.table,
      ({ before, after }) => ({ before: entryData(before), after: entryData(after) }),
    ),
    notKnown,
  };
}

function momentText(time: number | undefined): string | null {
  return time === undefined ? null : isoSecond(time);
}

function inTables<Each>(
  all: readonly Each[],
  tableOf: (each: Each) => Table,
  told: (each: Each) => unknown,
): Readonly<Record<string, readonly unknown[]>> {
  const tables = new Map<string, unknown[]>(Array.from(stateSchema().tables.keys(), (name) => [name, []]));
  for (const each of all) tables.get(tableOf(each).name)?.push(told(each));
  return Object.fromEntries(tables);
}

/** An entry as JSON: what it belongs to, its keys and values, since when and by which event. */
function entryData({ table, scope, keys, values, by }: Entry): Readonly<Record<string, JsonValue>> {
  const members: [string, JsonValue][] = table.keys.map(([name], position) => [name, keys[position] ?? null]);
  for (const member of table.values.keys()) {
    const value = values.get(member);
    if (value !== undefined || table.always.has(member)) members.push([member, value ?? null]);
  }
  const { eventID, time } = by.row;
  return {
    [table.scope === 'account' ? 'accountId' : 'organizationId']: scope,
    ...Object.fromEntries(members),
    since: isoSecond(time),
    eventID: eventID === '' ? null : eventID,
  };
}
