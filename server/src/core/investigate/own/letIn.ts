import type { Act } from '../act';
import { identifyText } from '../entities';
import type { Grounds } from '../questions/grounds';
import type { MailboxReads } from './ownEvidence';

/** Calls that let a reader into a mailbox, or a group that the reader was put into, before the last time that something was read; as they happened. */
export function letIn({ user, owner, cells }: MailboxReads, { actsOf, evidence }: Grounds): readonly Act[] {
  const last = cells.reduce((latest, { to }) => (to > latest || Number.isNaN(latest) ? to : latest), Number.NaN);
  const id = (act: Act, parameter: string): string => {
    const asked = act.contents.requestParameters?.[parameter];
    return typeof asked === 'string' ? identifyText(evidence.entities, act.facts.organizationId, asked) : '';
  };
  const done = (action: string): readonly Act[] =>
    actsOf('workmail', action).filter(
      ({ facts, time }) => facts.outcome !== 'failed' && (Number.isNaN(last) || time <= last),
    );
  const groups = new Set(
    done('AssociateMemberToGroup').flatMap((act) => (id(act, 'memberId') === user ? [id(act, 'groupId')] : [])),
  );
  const grants = done('PutMailboxPermissions').filter((act) => {
    const grantee = id(act, 'granteeId');
    return id(act, 'entityId') === owner && (grantee === user || groups.has(grantee)) && opensMail(act);
  });
  const delegations = done('AssociateDelegateToResource').filter(
    (act) => id(act, 'resourceId') === owner && id(act, 'entityId') === user,
  );
  return [...grants, ...delegations].sort((left, right) => left.time - right.time);
}

/** Who may send in somebody's name reads nothing. */
function opensMail({ contents }: Act): boolean {
  const values = contents.requestParameters?.permissionValues;
  return !Array.isArray(values) || values.includes('FULL_ACCESS');
}
