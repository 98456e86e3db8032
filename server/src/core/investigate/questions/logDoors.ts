import type { Act } from '../act';
import { EMAIL_EVENTS } from '../deliveries/logDeliveriesFile';
import type { LogChange, OwnLog } from '../deliveries/ownLog';
import { nameAtStart } from '../deliveries/ownLogWords';
import type { Door } from './doors';

/**
 * WorkMail's own logs that somebody switched off, thinned out or had delivered to another account, and what put them right. What became
 * of the e-mail event log `schemas/doors.json` knows.
 */
export function logDoors(logs: readonly OwnLog[]): readonly Door[] {
  return logs.filter(({ logType }) => logType !== EMAIL_EVENTS).flatMap(doorsOf);
}

function doorsOf(log: OwnLog): readonly Door[] {
  const { changes } = log;
  return changes.flatMap((change, at): readonly Door[] => {
    const before = changes[at - 1];
    const later = changes.slice(at + 1);
    const door = (what: string, closed: Act | undefined): Door => ({ act: change.act, what, closed, isGuard: true });
    if (!change.isOn) return [door(`${nameAtStart(log)} that is off`, later.find(({ isOn }) => isOn)?.act)];
    const found: Door[] = [];
    if (change.what === 'left-out' && !later.some(isOff))
      found.push(door(`${nameAtStart(log)} with fewer fields`, later.find(({ what }) => what === 'back')?.act));
    const others = change.accounts.filter((account) => !(before?.accounts ?? []).includes(account));
    for (const account of others)
      found.push(
        door(
          `${nameAtStart(log)} that goes to account ${account}`,
          later.find(({ accounts }) => !accounts.includes(account))?.act,
        ),
      );
    return found;
  });
}

/** What is switched off later is a door of its own. */
function isOff({ isOn }: LogChange): boolean {
  return !isOn;
}
