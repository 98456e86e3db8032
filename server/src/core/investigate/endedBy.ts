import { thingPlaces } from '../../generated/things';
import { at } from '../explain/members';
import type { Act } from './act';

/**
 * The id of what an act of WorkMail deleted for good: a user, a role, an organization. An address is none: somebody else may have it
 * next.
 */
export function endedBy(act: Act): string | undefined {
  const { facts } = act;
  if (facts.service !== 'workmail' || facts.outcome !== 'succeeded') return undefined;
  const [path] = thingPlaces().get('workmail')?.get(facts.eventName)?.ends ?? [];
  // The contents of a call are read when somebody asks for them: nearly none deletes anything.
  const id = path && at({ ...act.contents }, ...path.map(({ name }) => name));
  return typeof id === 'string' && id !== '' && !id.includes('@') ? id : undefined;
}
