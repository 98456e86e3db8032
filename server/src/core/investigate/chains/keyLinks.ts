import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { has } from './asked';
import type { Link } from './link';
import { timeText, told, trailOf } from './words';

/** A key is made once; copies over accounts and made-up events are few. */
const MOST = 20;

/**
 * A key that stays and who made it.
 *
 * @param used an event that was signed with it; undefined where there is none
 */
export function keyLinks(
  key: string,
  used: Act | undefined,
  { find }: Evidence,
  isMet: (act: Act) => boolean,
): { readonly links: readonly Link[]; readonly next: Act | undefined } {
  const next = find(has('made', key), MOST)
    .filter((each) => !isMet(each))
    .at(-1);
  const links: readonly Link[] = used === undefined ? [] : [ownedKey(key, used)];
  if (next !== undefined)
    return { links: [...links, { kind: 'made-key', sentence: `The key was made by ${told(next)}.`, act: next }], next };
  const account = used === undefined ? '' : (used.facts.actor.accountId ?? used.row.account);
  const before = used === undefined ? '' : `, before ${timeText(used.row.time)}`;
  const missing = `CreateAccessKey of iam whose answer names ${key}: in ${trailOf(account)}, Region us-east-1${before}; it may be years ago.`;
  return { links: [...links, { kind: 'made-key', sentence: 'Who made the key is not in these logs.', missing }], next };
}

function ownedKey(key: string, { row }: Act): Link {
  const owner = row.actor === '' ? 'somebody' : row.actor;
  return { kind: 'key', sentence: `Signed with the long-lived key ${key} of ${owner}.` };
}
