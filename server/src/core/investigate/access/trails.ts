import { once } from '../../once';
import type { Evidence } from '../evidence';
import { userAddresses } from '../own/userAddresses';
import { type RulesApplied, rulesApplied } from './ruleApplied';
import { type SentMessage, sentMessages } from './sentMessages';

/** What is asked for every access: messages that left, rules that acted, and addresses of users. Found when it is asked for first. */
export interface Trails {
  /** Messages that an address sent, or that were sent in its name. */
  readonly messagesOf: (addresses: Iterable<string>) => readonly SentMessage[];
  /** Whether the e-mail event log is here. */
  readonly hasEvents: boolean;
  readonly rules: RulesApplied;
  /** By the id of a user, in small letters. */
  readonly addressesOf: (id: string) => ReadonlySet<string>;
}

export function trailsOf(evidence: Evidence): Trails {
  const own = evidence.own();
  const byAddress = once(() => {
    const found = new Map<string, SentMessage[]>();
    for (const message of sentMessages(own))
      for (const address of new Set([message.from, message.sender])) {
        const known = found.get(address);
        if (known === undefined) found.set(address, [message]);
        else known.push(message);
      }
    found.delete('');
    return found;
  });
  return {
    messagesOf: (addresses) =>
      Array.from(new Set(Array.from(addresses).flatMap((address) => byAddress().get(address) ?? []))),
    hasEvents: own.counts.has('email-events'),
    rules: rulesApplied(own),
    addressesOf: userAddresses(evidence),
  };
}
