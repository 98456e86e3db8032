import { once } from '../../once';
import type { Evidence } from '../evidence';
import { userAddresses } from '../own/userAddresses';
import { type RulesApplied, rulesApplied } from './ruleApplied';
import { type SentMessage, sentMessages } from './sentMessages';

/** What is asked for every access: messages that left, rules that acted, and addresses of users. Found when it is asked for first. */
export interface Trails {
  readonly messages: () => readonly SentMessage[];
  /** Whether the e-mail event log is here. */
  readonly hasEvents: boolean;
  readonly rules: RulesApplied;
  /** By the id of a user, in small letters. */
  readonly addressesOf: (id: string) => ReadonlySet<string>;
}

export function trailsOf(evidence: Evidence): Trails {
  const own = evidence.own();
  return {
    messages: once(() => sentMessages(own)),
    hasEvents: own.counts.has('email-events'),
    rules: rulesApplied(own),
    addressesOf: userAddresses(evidence),
  };
}
