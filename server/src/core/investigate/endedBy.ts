import { thingPlaces } from '../../generated/things';
import { at } from '../explain/members';
import type { Act } from './act';

/**
 * The id of what an act of WorkMail deleted for good: a user, a role, an organization. An address is none: somebody else may have it
 * next.
 */
export function endedBy({ facts, contents }: Act): string | undefined {
  if (facts.service !== 'workmail' || facts.outcome !== 'succeeded') return undefined;
  const [path] = thingPlaces().get('workmail')?.get(facts.eventName)?.ends ?? [];
  const id = path && at({ ...contents }, ...path.map(({ name }) => name));
  return typeof id === 'string' && id !== '' && !id.includes('@') ? id : undefined;
}
