import { doors } from '../../../generated/doors';
import { isAccessKeyId } from '../../explain/values/accessKeyId';
import type { Act } from '../act';
import type { Call } from '../call';
import type { DoorFile } from './doorFile';

/** A door that an act opened, and the act that closed it again, the first one that did. */
export interface Door {
  readonly act: Act;
  readonly what: string;
  readonly closed: Act | undefined;
}

/**
 * The doors that some acts opened, in their order. Calls that failed open and close nothing, and of one whose time can't be read nobody
 * knows what it closed.
 *
 * @param acts as they happened
 */
export function doorsIn(acts: readonly Act[]): readonly Door[] {
  const opened: { readonly act: Act; readonly file: DoorFile; closed: Act | undefined }[] = [];
  /** Of each door by what says which it is, those that are open so far. */
  const open = new Map<string, (typeof opened)[number][]>();
  const partOf = partsOfCalls();
  for (const act of acts) {
    const part = partOf(act);
    if (part === undefined || act.row.outcome !== 'succeeded') continue;
    const isTimed = Number.isFinite(act.time);
    for (const door of isTimed ? part.closes.filter((each) => closes(each, act)) : []) {
      for (const key of keysOf(act, door)) {
        const found = open.get(key) ?? [];
        // Where nothing says which of several it is, one is closed by each call.
        for (const each of door.same.length === 0 ? found.splice(0, 1) : found.splice(0)) each.closed ??= act;
      }
    }
    for (const file of part.opens.filter((each) => opens(each, act))) {
      const door = { act, file, closed: undefined };
      opened.push(door);
      for (const key of isTimed ? keysOf(act, file) : []) {
        const known = open.get(key);
        if (known === undefined) open.set(key, [door]);
        else known.push(door);
      }
    }
  }
  return opened.map(({ act, file, closed }) => ({ act, what: file.what, closed }));
}

function opens({ when }: DoorFile, act: Act): boolean {
  return when === undefined || says(act, when);
}

/** Some calls close a door or open it again, as their requests say; what is not kept of a request says nothing. */
function closes({ unless }: DoorFile, act: Act): boolean {
  return unless === undefined || !says(act, unless);
}

function says({ contents }: Act, values: Readonly<Record<string, string>>): boolean {
  return Object.entries(values).every(([name, value]) => contents.requestParameters?.[name] === value);
}

/** The doors of schemas/doors.json that a call opens and closes. */
interface Part {
  readonly opens: readonly DoorFile[];
  readonly closes: readonly DoorFile[];
}

/** Most calls open and close nothing, and many acts share a call. */
function partsOfCalls(): (act: Act) => Part | undefined {
  const known = new Map<Call, Part | undefined>();
  return ({ call }) => {
    if (!known.has(call)) known.set(call, partOf(call));
    return known.get(call);
  };
}

function partOf({ service, action }: Call): Part | undefined {
  const own = doors().filter((door) => door.service === service);
  const opens = own.filter((door) => door.opens === action);
  const closes = own.filter((door) => door.closedBy.includes(action));
  return opens.length + closes.length === 0 ? undefined : { opens, closes };
}

/** What says which door a call is about: the service, the organization, and the values of the parameters, or else what the call made. */
function keysOf({ row, facts, contents }: Act, { service, opens, same }: DoorFile): readonly string[] {
  const place = [service, opens, facts.organizationId];
  if (same.length === 0) return [JSON.stringify(place)];
  // Of other services it is kept what calls name, not where they name it; a key is told by its form.
  if (facts.service === 'other')
    return row.named
      .filter((name) => isAccessKeyId(name) === same.includes('accessKeyId'))
      .map((name) => JSON.stringify([...place, name]));
  const told = same.map((name) => contents.requestParameters?.[name]);
  if (told.every((value) => typeof value === 'string')) return [JSON.stringify([...place, ...told])];
  return row.made.map((made) => JSON.stringify([...place, made]));
}
