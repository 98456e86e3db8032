import { fieldPaths, forms } from '../../../generated/forms';
import { once } from '../../once';

/**
 * Names of columns, and what field of a record each of them holds. A column may be called like the field in any spelling
 * (`event_name`, `EventName`, `eventname`, `Event name`, `aws.cloudtrail.user_identity.arn`) or by a name of a tool's own,
 * which `schemas/forms` tells.
 */

/** Steps of a path that are told apart; a column's name is an attacker's pen too. */
const DEEPEST = 6;
/** Longer names are no names of columns. */
const LONGEST = 200;

interface Known {
  /** Path by the letters and digits of a name, in small letters. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Steps of paths as CloudTrail writes them, by the same in small letters. */
  readonly steps: ReadonlyMap<string, string>;
  /** Fields of a record that are objects or lists. */
  readonly holders: ReadonlySet<string>;
}

const known = once((): Known => {
  const byName = new Map<string, readonly string[]>();
  const steps = new Map<string, string>();
  const holders = new Set<string>(['requestParameters', 'responseElements', 'additionalEventData', 'resources']);
  for (const path of fieldPaths) {
    const parts = path.split('.');
    for (const part of parts) if (!steps.has(part.toLowerCase())) steps.set(part.toLowerCase(), part);
    if (parts.length > 1) holders.add(parts[0] ?? '');
    if (!byName.has(lettersOf(path))) byName.set(lettersOf(path), parts);
  }
  for (const { columns } of Object.values(forms)) {
    for (const [column, path] of Object.entries(columns ?? {})) {
      if (!byName.has(lettersOf(column))) byName.set(lettersOf(column), path.split('.'));
    }
  }
  return { byName, steps, holders };
});

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9@]+/g, '');
}

/** The path of the field that a column holds: `useridentity.username` is `userIdentity`, `userName`. */
export function pathOf(column: string): readonly string[] {
  const name = column.trim();
  return knownPath(name) ?? name.split('.', DEEPEST);
}

/** The same for names that are known alone. */
function knownPath(column: string): readonly string[] | undefined {
  const name = column.trim();
  if (name === '' || name.length > LONGEST) return undefined;
  const { byName, holders } = known();
  const whole = byName.get(lettersOf(name));
  if (whole !== undefined) return whole;
  const steps = name.split('.', DEEPEST);
  for (let first = 0; first < steps.length; first++) {
    const rest = byName.get(lettersOf(steps.slice(first).join('.')));
    if (rest !== undefined) return rest;
    const holder = byName.get(lettersOf(steps[first] ?? ''))?.[0];
    if (holder === undefined || !holders.has(holder)) continue;
    const inside = steps.slice(first + 1);
    return [holder, ...(isFreeForm(holder) ? inside : inside.map(innerName))];
  }
  return undefined;
}

/** Whether the members of a field are the service's own, so that nothing is known of how they are spelled. */
export function isFreeForm(field: string): boolean {
  return field === 'requestParameters' || field === 'responseElements';
}

/** A field inside a struct as CloudTrail writes it. */
export function innerName(name: string): string {
  return known().steps.get(lettersOf(name)) ?? name;
}

/** Whether a column is one of CloudTrail's, by its name. */
export function isKnownColumn(column: string): boolean {
  return knownPath(column) !== undefined;
}

const TELLING: ReadonlySet<string> = new Set(['eventName', 'eventTime', 'eventSource', 'eventID', 'awsRegion']);

/** Whether a column holds one of the fields that a table of events nearly always has. */
export function isTellingColumn(column: string): boolean {
  const path = knownPath(column);
  return path?.length === 1 && TELLING.has(path[0] ?? '');
}

/** Fewer columns of CloudTrail's fields than this are no table of events. */
export const FEWEST = 3;

/** Whether a table with such columns is one of events. */
export function tellEvents(columns: readonly string[]): boolean {
  const names = Array.from(new Set(columns));
  return names.filter(isTellingColumn).length >= 2 && names.filter(isKnownColumn).length >= FEWEST;
}
