import { doors } from '../../../generated/doors';
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
 * The doors that some acts opened, in their order. Calls that failed open and close nothing.
 *
 * @param acts as they happened
 */
export function doorsIn(acts: readonly Act[]): readonly Door[] {
  const opened: { readonly act: Act; readonly file: DoorFile }[] = [];
  const closing = new Map<string, Act[]>();
  const partOf = partsOfCalls();
  for (const act of acts) {
    const part = partOf(act);
    if (part === undefined || act.row.outcome !== 'succeeded') continue;
    const { opens, closes } = part;
    if (opens !== undefined) opened.push({ act, file: opens });
    for (const door of closes) {
      for (const key of keysOf(act, door)) {
        const known = closing.get(key);
        if (known === undefined) closing.set(key, [act]);
        else known.push(act);
      }
    }
  }
  return opened.map(({ act, file }) => {
    const candidates = keysOf(act, file).flatMap((key) => closing.get(key) ?? []);
    return {
      act,
      what: file.what,
      closed: candidates.find((other) => other !== act && !(other.row.time < act.row.time)),
    };
  });
}

/** The doors of schemas/doors.json that a call opens and closes. */
interface Part {
  readonly opens: DoorFile | undefined;
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
  const opens = own.find((door) => door.opens === action);
  const closes = own.filter((door) => door.closedBy.includes(action));
  return opens === undefined && closes.length === 0 ? undefined : { opens, closes };
}

/** What says which door a call is about: the service, the organization, and the values of the parameters, or else what the call made. */
function keysOf({ row, facts, contents }: Act, { service, opens, same }: DoorFile): readonly string[] {
  const place = [service, opens, facts.organizationId];
  if (same.length === 0) return [JSON.stringify(place)];
  if (facts.service === 'other') return row.named.map((name) => JSON.stringify([...place, name]));
  const told = same.map((name) => contents.requestParameters?.[name]);
  if (told.every((value) => typeof value === 'string')) return [JSON.stringify([...place, ...told])];
  return row.made.map((made) => JSON.stringify([...place, made]));
}
