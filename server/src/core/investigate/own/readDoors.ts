import type { OwnLog } from '../deliveries/ownLog';
import { spansOf } from '../deliveries/ownLog';
import { maybeSameHouse } from './house';
import type { Door, OwnEvidence, OwnRecord, ReadCell, StretchOfHouse } from './ownEvidence';

/** A sign-in by a token counts for what is read after it so long. Mail programs sign in anew all the time. Milliseconds. */
const SHORTLY = 60 * 60 * 1000;
/** Two logs may differ by so much. Milliseconds. */
export const CLOCKS = 2000;

/** Sign-ins that worked, of one user by one protocol from one address in one organization. */
interface SignIns {
  readonly byToken: number[];
  byPassword: boolean;
}

/** How readers came to what is in a mailbox, as far as these logs tell. */
export function doorsOf(own: OwnEvidence): (cell: ReadCell) => Door {
  const signIns = new Map<string, Map<string, SignIns>>();
  if (own.counts.has('authentication')) {
    for (const record of own.records('authentication')) {
      if (record.allowed !== true) continue;
      const key = keyOf(record.text('user'), record.text('protocol'), record.address);
      if (key === undefined) continue;
      const houses = signIns.get(key) ?? new Map<string, SignIns>();
      signIns.set(key, houses);
      const known = houses.get(record.organization) ?? { byToken: [], byPassword: false };
      houses.set(record.organization, known);
      if (isByToken(record)) known.byToken.push(record.time);
      else known.byPassword = true;
    }
  }
  return (cell) => {
    const { organization, user, owner, role, isBlind, protocol, address, from } = cell;
    if (role !== '') return 'impersonation';
    if (user === '' || owner === '' || isBlind) return 'not-known';
    if (user !== owner) return 'permission';
    const key = keyOf(user, protocol, address);
    const houses = key === undefined ? undefined : signIns.get(key);
    const found = Array.from(houses ?? []).flatMap(([of, each]) => (maybeSameHouse(of, organization) ? each : []));
    if (found.some(({ byPassword }) => byPassword)) return 'own';
    const tokens = found.flatMap(({ byToken }) => byToken);
    return tokens.some((time) => from >= time - CLOCKS && from <= time + SHORTLY) ? 'token' : 'own';
  };
}

export function isByToken(record: OwnRecord): boolean {
  return record.text('token') !== '';
}

function keyOf(user: string, protocol: string, address: string): string | undefined {
  const parts = [user, protocol.toLowerCase(), address];
  return parts.includes('') ? undefined : parts.join('\u0000');
}

/** When mailbox access logs did not tell of roles, as calls that deliver them tell. */
export function blindStretches(logs: readonly OwnLog[]): readonly StretchOfHouse[] {
  return logs
    .filter(({ logType }) => logType === 'WORKMAIL_MAILBOX_ACCESS_LOGS')
    .flatMap((log) =>
      spansOf(log).flatMap(({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, without }) =>
        without.includes('impersonator_id') ? [{ from, to, organization: log.organizationId }] : [],
      ),
    );
}
