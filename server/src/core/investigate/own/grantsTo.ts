import type { Act } from '../act';
import { identifyText } from '../entities';
import type { Grounds } from '../questions/grounds';
import { CLOCKS } from './readDoors';

/** Permissions that were taken away may hold so long. Milliseconds. */
const TAKES_EFFECT = 5 * 60 * 1000;

/** A call that gives somebody a right on a mailbox. */
export interface Grant {
  readonly act: Act;
  /** When another call took it away or replaced it, in milliseconds since 1970; infinity where none did. */
  readonly until: number;
  /** The rights, as the call has them; undefined where it does not say them. */
  readonly rights: readonly string[] | undefined;
}

/** Calls that give a user, or a group that the user was put into, a right on a mailbox; as they happened. */
export function grantsTo(user: string, owner: string, { actsOf, evidence }: Grounds): readonly Grant[] {
  if (user === '' || owner === '') return [];
  const id = (act: Act, parameter: string): string => {
    const asked = act.contents.requestParameters?.[parameter];
    return typeof asked === 'string' ? identifyText(evidence.entities, act.facts.organizationId, asked) : '';
  };
  const done = (action: string): readonly Act[] =>
    actsOf('workmail', action).filter(({ facts }) => facts.outcome !== 'failed');
  const groups = new Set(
    done('AssociateMemberToGroup').flatMap((act) => (id(act, 'memberId') === user ? [id(act, 'groupId')] : [])),
  );
  const pairs: readonly (readonly [given: string, taken: string, whose: string, who: string])[] = [
    ['PutMailboxPermissions', 'DeleteMailboxPermissions', 'entityId', 'granteeId'],
    ['AssociateDelegateToResource', 'DisassociateDelegateFromResource', 'resourceId', 'entityId'],
  ];
  const found = pairs.flatMap(([given, taken, whose, who]) => {
    const isMeant = (act: Act): boolean =>
      id(act, whose) === owner && (id(act, who) === user || groups.has(id(act, who)));
    const [grants, ends] = [done(given).filter(isMeant), done(taken).filter(isMeant)];
    return grants.flatMap((act): readonly Grant[] => {
      const rights = rightsIn(act);
      if (rights?.length === 0) return [];
      const later = [...grants, ...ends].filter((each) => each.time > act.time && id(each, who) === id(act, who));
      return [{ act, rights, until: Math.min(Number.POSITIVE_INFINITY, ...later.map(({ time }) => time)) }];
    });
  });
  return found.sort((left, right) => left.act.time - right.act.time);
}

/** Rights on mailboxes; of a resource whoever answers for it has them all. */
function rightsIn({ contents }: Act): readonly string[] | undefined {
  const values = contents.requestParameters?.permissionValues;
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : undefined;
}

/** Whether a grant held at a moment, as far as calls tell: clocks differ, and what is taken away may hold for minutes. */
export function heldAt({ act, until }: Grant, time: number): boolean {
  return Number.isNaN(time) || (time >= act.time - CLOCKS && time <= until + TAKES_EFFECT);
}

/** Who may only send in somebody's name reads nothing. */
export function opensMail({ rights }: Grant): boolean {
  return rights === undefined || rights.includes('FULL_ACCESS');
}
