import { movers, strays } from '../../../generated/movers';
import { once } from '../../once';
import type { Calls, ListedDeed } from './moverFiles';

/**
 * What an act does to mail: `carry` takes a mailbox along or opens it, `probe` is what was refused, `failed` what went wrong in another
 * way, `work` changes WorkMail in any other way, and `other` is all the rest.
 */
export type Deed = ListedDeed | 'carry' | 'probe' | 'failed' | 'work' | 'other';

/** By service in small letters, then by action. */
const listed = /* @__PURE__ */ once((): ReadonlyMap<string, ReadonlyMap<string, Deed>> => {
  const found = new Map<string, Map<string, Deed>>();
  const add = (calls: Calls, deed: Deed): void => {
    for (const [service, actions] of Object.entries(calls)) {
      const known = found.get(service.toLowerCase()) ?? new Map<string, Deed>();
      found.set(service.toLowerCase(), known);
      for (const action of actions) if (!known.has(action)) known.set(action, deed);
    }
  };
  for (const { carries } of Object.values(movers()))
    if (carries !== undefined) add({ workmail: [carries.action] }, 'carry');
  for (const [deed, calls] of Object.entries(strays().deeds)) add(calls, deed as ListedDeed);
  return found;
});

/** What is more than looking. */
export const BUSY: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'carry',
  'work',
  'setUp',
  'other',
  'end',
  'forward',
  'guard',
  'give',
]);

export const REFUSED = /AccessDenied|Unauthorized/;

/** What a call does that went well, as the files have it. @param service in small letters */
export function deedListed(service: string, action: string): Deed | undefined {
  return listed().get(service)?.get(action);
}
