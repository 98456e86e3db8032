import { isMailCall } from '../../record';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { parameterOf } from '../sequences/actTest';
import { between, ours } from './asked';
import type { Link } from './link';
import { timeText, told } from './words';

const PARAMETER = 'impersonationRoleId';
/** How long after a role was taken decryption is looked for. The record of the call may say how long its token is good for; most do not. Milliseconds. */
const AFTERWARDS = 3_600_000;
const MOST = 1000;
const DECRYPTED = 'service:kms action:Decrypt invokedby:workmail*';

/** What happened to the impersonation role that an event is about: made, changed, taken, deleted, and what WorkMail decrypted meanwhile. */
export function impersonationLinks(act: Act, evidence: Evidence): readonly Link[] {
  const id = parameterOf(act, PARAMETER);
  if (!isMailCall(act.facts.service) || typeof id !== 'string' || id === '') return [];
  const { organization } = act.row;
  const all = evidence.mail.filter(
    (each) =>
      each.row.outcome === 'succeeded' && each.row.organization === organization && parameterOf(each, PARAMETER) === id,
  );
  const called = (action: string): readonly Act[] => all.filter(({ row }) => row.action === action);
  const deleted = called('DeleteImpersonationRole');
  const taken = called('AssumeImpersonationRole');
  return [
    ...(called('CreateImpersonationRole').length > 0
      ? []
      : [lacking(id, 'CreateImpersonationRole', 'made', 'earlier')]),
    ...all.map(
      (each): Link => ({ kind: 'impersonation', sentence: `About the impersonation role: ${told(each)}.`, act: each }),
    ),
    ...(taken.length > 0 ? [] : [lacking(id, 'AssumeImpersonationRole', 'taken', 'later')]),
    ...(deleted.length > 0 ? [] : [lacking(id, 'DeleteImpersonationRole', 'deleted', 'later')]),
    ...decrypted(taken, deleted, evidence),
  ];
}

function lacking(id: string, action: string, what: string, when: string): Link {
  const missing = `${action} of workmail that names ${id}: in the trail of the same account and Region, ${when}.`;
  return { kind: 'impersonation', sentence: `That the role was ${what} is not in these logs.`, missing };
}

/** WorkMail decrypts for everybody who opens a mailbox, so it is no more than a sign. */
function decrypted(taken: readonly Act[], deleted: readonly Act[], { find }: Evidence): readonly Link[] {
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = Math.min(last.row.time + AFTERWARDS, deleted.at(-1)?.row.time ?? Number.POSITIVE_INFINITY);
  const calls = find(between(ours(DECRYPTED), first.row.time, end), MOST);
  const [earliest] = calls;
  if (earliest === undefined) return [];
  const count = calls.length === 1 ? 'once' : `${calls.length} times${calls.length === MOST ? ' or more' : ''}`;
  return [
    {
      kind: 'mail-decrypted',
      sentence: `WorkMail decrypted ${count} from ${timeText(first.row.time)} to ${timeText(end)}: a sign that mailboxes were read, and no proof, since it does so for everybody.`,
      act: earliest,
      missing: 'What was read: in the audit logs of the mailboxes, if they were delivered anywhere.',
    },
  ];
}
