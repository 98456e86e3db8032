import { doors } from '../../../generated/doors';
import { restoredAccount } from '../../check/accountId';
import { isAccessKeyId } from '../../explain/values/accessKeyId';
import { parseArn } from '../../explain/values/arn';
import { isMailCall } from '../../record';
import type { Act } from '../act';
import type { Call } from '../call';
import { type Entities, identifyText } from '../entities';
import type { DoorFile } from './doorFile';

/** A door that an act opened, and the act that closed it again, the first one that did. */
export interface Door {
  readonly act: Act;
  readonly what: string;
  readonly closed: Act | undefined;
  /** It is told whoever opened it, also where nothing else that he did weighs. */
  readonly isGuard?: true;
}

/**
 * The doors that some acts opened, in their order. Calls that failed open and close nothing, and of one whose time can't be read nobody
 * knows what it closed.
 *
 * @param acts as they happened
 * @param entities what ids are called: a door is often opened by an id and closed by a name
 */
export function doorsIn(acts: readonly Act[], entities: Entities): readonly Door[] {
  const opened: { readonly act: Act; readonly file: DoorFile; closed: Act | undefined }[] = [];
  /** Of each door by what says which it is, those that are open so far. */
  const open = new Map<string, (typeof opened)[number][]>();
  const partOf = partsOfCalls();
  for (const act of acts) {
    const part = partOf(act);
    if (part === undefined || act.row.outcome !== 'succeeded') continue;
    const isTimed = Number.isFinite(act.time);
    for (const door of isTimed ? part.closes.filter((each) => closes(each, act)) : []) {
      for (const key of keysOf(act, door, entities)) {
        const found = open.get(key) ?? [];
        // Where nothing says which of several it is, one is closed by each call.
        for (const each of door.same.length === 0 ? found.splice(0, 1) : found.splice(0)) each.closed ??= act;
      }
    }
    for (const file of part.opens.filter((each) => opens(each, act))) {
      const door = { act, file, closed: undefined };
      opened.push(door);
      for (const key of isTimed ? keysOf(act, file, entities) : []) {
        const known = open.get(key);
        if (known === undefined) open.set(key, [door]);
        else known.push(door);
      }
    }
  }
  return opened.map(({ act, file, closed }) => ({ act, what: file.what, closed }));
}

/** Whether a call takes all away that it could give: a list in its request is empty. */
export function isEmptied(act: Act): boolean {
  const { service, action } = act.call;
  return doors().some((door) => door.opens === action && door.service === service && hasEmptied(door, act));
}

function hasEmptied({ emptied }: DoorFile, { contents }: Act): boolean {
  const list = emptied === undefined ? undefined : contents.requestParameters?.[emptied];
  return Array.isArray(list) && list.length === 0;
}

function opens(door: DoorFile, act: Act): boolean {
  const { when, whenElsewhere } = door;
  if (whenElsewhere !== undefined && !isElsewhere(act, whenElsewhere)) return false;
  return (when === undefined || says(act, when)) && !hasEmptied(door, act);
}

/** Some calls close a door or open it again, as their requests say; what is not kept of a request says nothing. */
function closes(door: DoorFile, act: Act): boolean {
  const { unless, unlessElsewhere, closedBy } = door;
  if (!closedBy.includes(act.call.action)) return hasEmptied(door, act);
  if (unlessElsewhere !== undefined && isElsewhere(act, unlessElsewhere)) return false;
  return unless === undefined || !says(act, unless);
}

/** Whether a parameter holds an ARN of another account than that in which the call was made. */
function isElsewhere({ row, contents }: Act, parameter: string): boolean {
  const value = contents.requestParameters?.[parameter];
  const account = typeof value === 'string' ? (parseArn(value)?.account ?? '') : '';
  return account !== '' && row.account !== '' && restoredAccount(account) !== restoredAccount(row.account);
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
  const known = new Map<Call, Part | null>();
  return ({ call }) => {
    let part = known.get(call);
    if (part === undefined) {
      part = partOf(call) ?? null;
      known.set(call, part);
    }
    return part ?? undefined;
  };
}

function partOf({ service, action }: Call): Part | undefined {
  const own = doors().filter((door) => door.service === service);
  const opens = own.filter((door) => door.opens === action);
  const closes = own.filter(
    (door) => door.closedBy.includes(action) || (door.emptied !== undefined && door.opens === action),
  );
  return opens.length + closes.length === 0 ? undefined : { opens, closes };
}

/** What says which door a call is about: the service, the organization, and the values of the parameters, or else what the call made. */
function keysOf(
  { row, facts, contents }: Act,
  { service, opens, same }: DoorFile,
  entities: Entities,
): readonly string[] {
  const place = [service, opens, facts.organizationId];
  if (same.length === 0) return [JSON.stringify(place)];
  // Of other services it is kept what calls name, not where they name it; a key is told by its form.
  if (!isMailCall(facts.service))
    return row.named
      .filter((name) => isAccessKeyId(name) === same.includes('accessKeyId'))
      .map((name) => JSON.stringify([...place, name]));
  const told = same.map((name) => {
    const value = contents.requestParameters?.[name];
    // An address that is given out is a thing of its own, and so is the name of a rule.
    return typeof value === 'string' && name.endsWith('Id')
      ? identifyText(entities, facts.organizationId, value)
      : value;
  });
  if (told.every((value) => typeof value === 'string')) return [JSON.stringify([...place, ...told])];
  return row.made.map((made) => JSON.stringify([...place, made]));
}
