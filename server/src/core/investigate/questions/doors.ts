import { doors } from '../../../generated/doors';
import { serviceLabel } from '../../explain/serviceLabel';
import type { Act } from '../act';
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
  const closers = new Set(doors().flatMap(({ service, closedBy }) => closedBy.map((action) => `${service} ${action}`)));
  for (const act of acts) {
    if (act.row.outcome !== 'succeeded') continue;
    const service = serviceLabel(act.row.source);
    const file = doors().find((door) => door.service === service && door.opens === act.row.action);
    if (file !== undefined) opened.push({ act, file });
    if (!closers.has(`${service} ${act.row.action}`)) continue;
    for (const door of doors()) {
      if (door.service !== service || !door.closedBy.includes(act.row.action)) continue;
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

/** What says which door a call is about: the service, the organization, and the values of the parameters, or else what the call made. */
function keysOf({ row, facts, contents }: Act, { service, opens, same }: DoorFile): readonly string[] {
  const place = [service, opens, facts.organizationId];
  if (same.length === 0) return [JSON.stringify(place)];
  if (facts.service === 'other') return row.named.map((name) => JSON.stringify([...place, name]));
  const told = same.map((name) => contents.requestParameters?.[name]);
  if (told.every((value) => typeof value === 'string')) return [JSON.stringify([...place, ...told])];
  return row.made.map((made) => JSON.stringify([...place, made]));
}
