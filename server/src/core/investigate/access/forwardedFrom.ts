import { few } from '../questions/phrase';
import type { AccessLink } from './accessLink';
import type { Trails } from './trails';

/**
 * Inbox rules that sent mail for some mailboxes on after these were opened. Where no record says of which address a mailbox is, that is said.
 *
 * @param opened ids of users, each with since when, in milliseconds since 1970
 * @param mailbox what one is called
 */
export function forwardedFrom(
  opened: readonly (readonly [owner: string, since: number])[],
  mailbox: (owner: string) => string,
  { addressesOf, rules, hasEvents }: Trails,
): readonly AccessLink[] {
  if (!hasEvents) return [];
  const unknown = opened.filter(([owner]) => addressesOf(owner).size === 0).map(([owner]) => owner);
  const found = opened.flatMap(([owner, since]) => rules.ofMailbox(addressesOf(owner), since));
  if (unknown.length === 0) return found;
  const whose = few(unknown.map(mailbox));
  const missing = `CreateUser, RegisterToWorkMail or CreateAlias of workmail that name ${few(unknown)}, or what \`aws workmail list-users\` prints, given as a list of names.`;
  const which = unknown.length === 1 ? `which address ${whose} has` : `which addresses ${whose} have`;
  const sentence = `${which} is not in these logs, so they do not tell whether a rule sent that mail on`;
  return [...found, { step: 'forwarded', sentence, acts: [], missing }];
}
