import type { Act } from '../act';
import { type Answer, type Finding, findingOf } from './answer';
import { byWeight, NO_MAIL } from './callsFound';
import { type Grounds, keyOrRole } from './grounds';
import { idsIn } from './idsIn';
import { phraseOf } from './phrase';
import { counted, when, whoIs } from './told';
import { type WeightyActor, weightyActors } from './weightyActors';

/** The longest that credentials of a session last: those of a role twelve hours, of a user thirty-six. Milliseconds. */
const HOUR = 3_600_000;
const LONGEST_OF_ROLE = 12 * HOUR;
const LONGEST_OF_USER = 36 * HOUR;

/** What opens a door, by the action that closes it again: the same organization, and one of the ids that the first names or made. */
const DOORS: Readonly<Record<string, { readonly closedBy: readonly string[]; readonly what: string }>> = {
  PutMailboxPermissions: { closedBy: ['DeleteMailboxPermissions'], what: 'A permission' },
  CreateImpersonationRole: { closedBy: ['DeleteImpersonationRole'], what: 'An impersonation role' },
  UpdateImpersonationRole: { closedBy: ['DeleteImpersonationRole'], what: 'An impersonation role' },
  AssociateDelegateToResource: { closedBy: ['DisassociateDelegateFromResource'], what: 'A delegate' },
  AssociateMemberToGroup: { closedBy: ['DisassociateMemberFromGroup'], what: 'A membership' },
  CreateUser: { closedBy: ['DeleteUser'], what: 'An account' },
  CreateAlias: { closedBy: ['DeleteAlias'], what: 'An address' },
  PutAccessControlRule: { closedBy: ['DeleteAccessControlRule'], what: 'A rule of access' },
  DeleteEmailMonitoringConfiguration: { closedBy: ['PutEmailMonitoringConfiguration'], what: 'Monitoring that is off' },
  DeleteAccessControlRule: { closedBy: ['PutAccessControlRule'], what: 'A rule of access that is gone' },
  PutMobileDeviceAccessOverride: { closedBy: ['DeleteMobileDeviceAccessOverride'], what: 'An exception for a device' },
  CreateIdentityCenterApplication: { closedBy: ['DeleteIdentityCenterApplication'], what: 'An application' },
  SetJournalingRules: { closedBy: ['SetJournalingRules'], what: 'A journal' },
  CreateInboundMailFlowRule: { closedBy: ['DeleteInboundMailFlowRule'], what: 'A rule for mail' },
  CreateOutboundMailFlowRule: { closedBy: ['DeleteOutboundMailFlowRule'], what: 'A rule for mail' },
  CreateSmtpGateway: { closedBy: ['DeleteSmtpGateway'], what: 'A gateway' },
  CreateAccessKey: { closedBy: ['DeleteAccessKey', 'UpdateAccessKey'], what: 'A key' },
  CreateLoginProfile: { closedBy: ['DeleteLoginProfile'], what: 'A password for the console' },
};

/** Which doors those who did something weighty left open, as far as the logs tell. */
export function stillOpen(grounds: Grounds): Answer {
  const { mail, acts } = grounds.evidence;
  if (mail.length === 0) return { status: 'cannot-tell', sentence: NO_MAIL, findings: [], notCovered: [] };
  const actors = weightyActors(grounds);
  const done = acts.filter(({ row }) => row.outcome === 'succeeded');
  const findings = actors
    .flatMap((actor) => [...credentials(actor, done, grounds), ...doors(actor, done, grounds)])
    .sort(byWeight);
  const [first] = findings;
  if (first === undefined) {
    const sentence =
      actors.length === 0
        ? 'Nobody did anything weighty outside of a planned move, so there is no door of theirs to close.'
        : 'Every door that these logs tell of was closed again; those that they do not tell of may be open.';
    return { status: 'nothing-found', sentence, findings: [], notCovered: [] };
  }
  const more = findings.length > 1 ? ` ${counted(findings.length - 1, 'other door')} may be open.` : '';
  return { status: 'answered', sentence: `${first.summary}${more}`, findings, notCovered: [] };
}

function credentials({ weighty, all }: WeightyActor, done: readonly Act[], { evidence }: Grounds): readonly Finding[] {
  const [first] = weighty;
  const last = all.at(-1) ?? first;
  const keys = Array.from(new Set(all.map(({ row }) => row.accessKey).filter((key) => key !== '')));
  const end = evidence.reach.to ?? Number.NaN;
  return keys.flatMap((key) => {
    const used = all.filter(({ row }) => row.accessKey === key);
    const lastUsed = used.at(-1) ?? last;
    const isLasting = lastUsed.facts.actor.credentials === 'long-term';
    const closing = done.filter(
      ({ row }) =>
        ['DeleteAccessKey', 'UpdateAccessKey', 'DeleteUser'].includes(row.action) &&
        row.named.includes(key) &&
        !(row.time < lastUsed.row.time),
    );
    if (closing.length > 0) return [];
    const longest = lastUsed.row.actorKind === 'AssumedRole' ? LONGEST_OF_ROLE : LONGEST_OF_USER;
    if (!isLasting && end - firstTime(used) > longest) return [];
    const found = findingOf([lastUsed], () => ({
      kind: isLasting ? 'key' : 'session',
      weight: isLasting ? 'critical' : 'high',
      summary: isLasting
        ? `The key ${key} of ${whoIs(lastUsed)} was last used ${when([lastUsed])}, and no event switches it off or deletes it.`
        : `The session of ${whoIs(lastUsed)}, seen first ${when(used.slice(0, 1))}, may have lasted beyond the end of these logs.`,
      actor: keyOrRole(lastUsed),
      entities: [key],
    }));
    return found ?? [];
  });
}

function firstTime(acts: readonly Act[]): number {
  return acts[0]?.row.time ?? Number.NaN;
}

function doors({ all }: WeightyActor, done: readonly Act[], grounds: Grounds): readonly Finding[] {
  const { entities } = grounds.evidence;
  return all.flatMap((act) => {
    const door = Object.hasOwn(DOORS, act.row.action) ? DOORS[act.row.action] : undefined;
    if (door === undefined || act.row.outcome !== 'succeeded' || grounds.isMove(act)) return [];
    if (done.some((other) => closes(other, act, door.closedBy))) return [];
    const found = findingOf([act], () => ({
      kind: 'door',
      weight: act.facts.weight === 'critical' ? 'critical' : 'high',
      summary: `${door.what} stayed: ${whoIs(act)} ${phraseOf(act, entities)}, ${when([act])}, and no event takes it back.`,
      actor: keyOrRole(act),
      entities: idsIn([act]),
    }));
    return found ?? [];
  });
}

function closes(other: Act, act: Act, closedBy: readonly string[]): boolean {
  if (other === act || !closedBy.includes(other.row.action) || other.row.time < act.row.time) return false;
  if (other.facts.organizationId !== act.facts.organizationId) return false;
  const names = namesOf(act);
  return names.length === 0 || namesOf(other).every((name) => names.includes(name));
}

/** Ids of what a call is about, and of what it made. */
function namesOf({ facts, row, contents }: Act): readonly string[] {
  if (facts.service === 'other') return row.named.filter((name) => name.startsWith('AKIA'));
  const role: unknown = contents.responseElements?.impersonationRoleId;
  return [...facts.targets.map(({ id }) => id), ...row.made, ...(typeof role === 'string' ? [role] : [])];
}
