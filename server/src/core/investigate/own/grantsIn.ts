import { callsAbout } from '../../../generated/callsAbout';
import { listsBy } from '../access/listsBy';
import type { Act } from '../act';
import { identifyText } from '../entities';
import type { Grounds } from '../questions/grounds';
import type { Grant, Grants } from './grant';
import { maybeSameHouse } from './house';

/** All grants of some logs, to be asked for by whom and on what. */
export function grantsIn({ actsOf, evidence }: Pick<Grounds, 'actsOf' | 'evidence'>): Grants {
  const id = (act: Act, parameter: string): string => {
    const asked = act.contents.requestParameters?.[parameter];
    return typeof asked === 'string' ? identifyText(evidence.entities, act.facts.organizationId, asked) : '';
  };
  const done = (action: string): readonly Act[] =>
    actsOf('workmail', action).filter(({ facts }) => facts.outcome !== 'failed');
  const { grants: rights, membership } = callsAbout();
  const member = (act: Act): string => pair(id(act, membership.who), id(act, membership.whose));
  const joined = listsBy(done(membership.given), (act) => id(act, membership.who));
  const left = listsBy(done(membership.taken), member);
  const found = new Map<string, readonly Grant[]>();
  for (const { given, taken, whose, who } of rights) {
    const key = (act: Act): string => pair(id(act, who), id(act, whose));
    const ends = listsBy(done(taken), key);
    for (const [of, grants] of listsBy(done(given), key)) {
      const changes = [...grants, ...(ends.get(of) ?? [])].sort((one, other) => one.time - other.time);
      const spans = grants.flatMap((act): readonly Grant[] => {
        const held = rightsIn(act);
        if (held?.length === 0) return [];
        const end = changes.find((other) => other.time > act.time && isOneHouse(act, other));
        return [{ act, rights: held, from: act.time, until: end?.time ?? Number.POSITIVE_INFINITY }];
      });
      found.set(of, [...(found.get(of) ?? []), ...spans]);
    }
  }
  return (user, owner, organization) => {
    if (user === '' || owner === '') return [];
    const own = found.get(pair(user, owner)) ?? [];
    const shared = (joined.get(user) ?? []).flatMap((join): readonly Grant[] => {
      const group = id(join, membership.whose);
      if (group === '') return [];
      const gone = (left.get(member(join)) ?? []).find((act) => act.time > join.time && isOneHouse(act, join));
      const until = gone?.time ?? Number.POSITIVE_INFINITY;
      return (found.get(pair(group, owner)) ?? [])
        .filter(({ act }) => isOneHouse(act, join))
        .map((grant) => ({ ...grant, from: Math.max(grant.act.time, join.time), until: Math.min(grant.until, until) }))
        .filter((grant) => grant.from < grant.until);
    });
    return [...own, ...shared]
      .filter(({ act }) => maybeSameHouse(act.facts.organizationId, organization))
      .sort((one, other) => one.act.time - other.act.time);
  };
}

function isOneHouse(one: Act, other: Act): boolean {
  return maybeSameHouse(one.facts.organizationId, other.facts.organizationId);
}

function pair(who: string, whose: string): string {
  return `${who}\u0000${whose}`;
}

/** Rights on mailboxes; of a resource whoever answers for it has them all. */
function rightsIn({ contents }: Act): readonly string[] | undefined {
  const values = contents.requestParameters?.permissionValues;
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : undefined;
}
