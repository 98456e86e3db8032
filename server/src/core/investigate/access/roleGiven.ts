import type { Act } from '../act';
import type { OwnRecord } from '../own/ownEvidence';
import { CLOCKS } from '../own/readDoors';
import { roleIn, roleTakenBefore, sameRole } from '../own/roleTaken';
import type { Grounds } from '../questions/grounds';
import { counted, when, whoIs } from '../questions/told';
import { type AccessLink, howSure } from './accessLink';
import { grantLinks } from './grantLinks';
import { missingCall } from './missingLinks';

/** A role with the calls that made and took it. */
interface RoleGiven {
  readonly role: string;
  readonly made: readonly Act[];
  readonly taken: readonly Act[];
  /** The earliest record of what was done by it. */
  readonly first: Act;
}

export function rightLinks({ role, made, taken, first }: RoleGiven, grounds: Grounds): readonly AccessLink[] {
  const sentence = 'who made the role is not in these logs';
  const call = `CreateImpersonationRole of workmail whose answer names ${role}`;
  return [
    ...(made.length === 0
      ? [missingCall('grant', sentence, call, first)]
      : grantLinks(made, grounds, 'certain', 'the same role')),
    ...takenLinks(role, taken, made.length > 0, first),
  ];
}

/** Who made and took the role of a record that tells neither of reading nor of sending. */
export function rightBehind(
  { act, time, organization }: OwnRecord,
  role: string,
  grounds: Grounds,
): readonly AccessLink[] {
  const made = madeRole(role, organization, time, grounds);
  const taken = roleTakenBefore(role, organization, Number.isNaN(time) ? [] : [time], grounds).acts;
  return rightLinks({ role, made, taken, first: act }, grounds);
}

/** Calls that made or changed a role, before the last time that something was done by it. */
export function madeRole(role: string, organization: string, last: number, { actsOf }: Grounds): readonly Act[] {
  const changes = ['CreateImpersonationRole', 'UpdateImpersonationRole'].flatMap((action) =>
    actsOf('workmail', action),
  );
  return changes
    .filter((act) => {
      if (act.facts.outcome === 'failed') return false;
      const { organizationId } = act.facts;
      if (organization !== '' && organizationId !== '' && organizationId !== organization) return false;
      if (Number.isFinite(last) && act.time > last + CLOCKS) return false;
      return act.call.action === 'CreateImpersonationRole'
        ? act.row.made.some((made) => sameRole(made, role))
        : sameRole(roleIn(act), role);
    })
    .sort((left, right) => left.time - right.time);
}

function takenLinks(role: string, taken: readonly Act[], isMade: boolean, first: Act): readonly AccessLink[] {
  const sentence = 'no call in these logs takes the role in the fifteen minutes before it was used';
  const call = `AssumeImpersonationRole of workmail that names ${role}`;
  if (taken.length === 0) return [missingCall('assume', sentence, call, first, 'within fifteen minutes before')];
  const actors = new Map<string, Act[]>();
  for (const act of taken) {
    const known = actors.get(act.actorKey);
    if (known === undefined) actors.set(act.actorKey, [act]);
    else known.push(act);
  }
  return Array.from(actors.values(), (acts): AccessLink => {
    const [one] = acts;
    const words = `${one === undefined ? 'somebody' : whoIs(one)} took the role${acts.length === 1 ? '' : ` ${counted(acts.length, 'time')}`}, ${when(acts)}`;
    return isMade
      ? {
          step: 'assume',
          sentence: `${words}${howSure('certain', 'the calls name the same role')}`,
          strength: 'certain',
          acts,
        }
      : { step: 'assume', sentence: words, acts };
  });
}
