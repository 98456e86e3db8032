import { type LikeEvent, labelText } from '../../../server/src/wire/protocol';
import { events } from '../events/words';

/** What an event may have in common with others, by the field that questions name it by. */
const shared: ReadonlyMap<string, string> = new Map([
  ['key', 'access key'],
  ['actor', 'actor'],
  ['arn', 'ARN'],
  ['id', 'principal'],
  ['session', 'session'],
  ['issuer', 'role'],
  ['address', 'address'],
  ['agent', 'program'],
  ['action', 'action'],
  ['service', 'service'],
  ['target', 'target'],
  ['organization', 'organization'],
  ['error', 'error'],
  ['region', 'Region'],
  ['account', 'account'],
  ['shared', 'call in several accounts'],
  ['request', 'request'],
]);

/** A row of the choice between events like one: `Same access key: AKIA…` and how many there are. Safe as labels. */
export function likeWords({ field, value, events: count }: LikeEvent): { label: string; description: string } {
  const what = shared.get(field) ?? labelText(field);
  return { label: `Same ${what}: ${labelText(value)}`, description: count === 1 ? 'this event alone' : events(count) };
}
