import type { Act } from '../act';
import { type Answer, type Finding, findingOf } from './answer';
import { byWeight } from './callsFound';
import { actorOfAct, type Grounds, keyOrRole } from './grounds';
import { idsIn } from './idsIn';
import { roleOf } from './impersonationRole';
import { noMail } from './noMail';
import { called, few } from './phrase';
import { rowLabel } from './rowLabel';
import { counted, tell, when, whoIs } from './told';

/** So many mailboxes are more than somebody's own work, in a small house. */
const MANY = 5;

/** Roles that open every mailbox, grantees of many, exports of many. */
export function allMailboxes(grounds: Grounds): Answer {
  const { mail, entities } = grounds.evidence;
  if (mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(grounds.evidence), findings: [], notCovered: [] };
  const done = mail.filter(({ row }) => row.outcome === 'succeeded');
  const findings = [
    ...everybodysRoles(done, grounds),
    ...manyOf(done, 'StartMailboxExportJob', actorOfAct, 'exported', grounds),
    ...manyOf(done.filter(letsRead), 'PutMailboxPermissions', grantee, 'gave one grantee access to', grounds),
  ].sort(byWeight);
  const [first] = findings;
  if (first === undefined) {
    const sentence = `No role that opens every mailbox was made, and nobody exported or was given ${MANY} mailboxes or more.`;
    return { status: 'nothing-found', sentence, findings: [], notCovered: [] };
  }
  return { status: 'answered', sentence: first.summary, findings, notCovered: [] };

  function everybodysRoles(acts: readonly Act[], { isMove }: Grounds): readonly Finding[] {
    const uses = usesOfRoles(acts);
    return acts.flatMap((act) => {
      const leftOut = leftOutOf(act);
      if (leftOut === undefined) return [];
      const but = leftOut.length === 0 ? '' : ` but ${few(leftOut.map((id) => called(entities, act, id)))}`;
      const used = uses.get(roleOf(act)) ?? [];
      const found = findingOf([act, ...used.filter(({ row }) => !(row.time < act.row.time))], (all) => ({
        kind: 'role',
        weight: isMove(act) ? 'medium' : 'critical',
        summary: `A role that opens every mailbox${but}: ${tell([act], entities)}${
          all.length > 1
            ? ` It was used ${counted(all.length - 1, 'time')}, ${when(all.slice(1))}.`
            : ' No token of it was asked for in these logs.'
        }`,
        label: rowLabel(
          `made a role that opens every mailbox${but}${all.length > 1 ? `, used ${counted(all.length - 1, 'time')}` : ''}`,
          [act],
          act,
        ),
        actor: keyOrRole(act),
        entities: idsIn(all),
      }));
      return found ?? [];
    });
  }
}

/** Tokens that were got, by organization and by all that the calls name. */
function usesOfRoles(acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> {
  const found = new Map<string, Act[]>();
  for (const act of acts) {
    if (act.call.action !== 'AssumeImpersonationRole') continue;
    for (const name of new Set(act.row.named)) {
      const key = `${act.facts.organizationId} ${name}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, [act]);
      else known.push(act);
    }
  }
  return found;
}

/**
 * Who is left out by a role that opens all mailboxes but a few: a rule that allows and does not say for whom means everybody. Undefined
 * for all other calls; where the rules are not kept, what says so is among the parameters that weigh.
 */
function leftOutOf({ call, facts, contents }: Act): readonly string[] | undefined {
  if (call.action !== 'CreateImpersonationRole' && call.action !== 'UpdateImpersonationRole') return undefined;
  const rules = contents.requestParameters?.rules;
  if (!Array.isArray(rules))
    return facts.weighty.some(({ parameter }) => parameter.startsWith('rules')) ? [] : undefined;
  const read = rules.map((rule: unknown) => ruleIn(rule));
  const open = read.filter(({ effect, targets }) => effect === 'ALLOW' && targets.length === 0);
  const [first] = open.sort((left, right) => left.notTargets.length - right.notTargets.length);
  if (first === undefined) return undefined;
  const refused = read.filter(({ effect }) => effect === 'DENY').flatMap(({ targets }) => targets);
  return Array.from(new Set([...first.notTargets, ...refused]));
}

interface Rule {
  readonly effect: unknown;
  readonly targets: readonly string[];
  readonly notTargets: readonly string[];
}

function ruleIn(rule: unknown): Rule {
  const isObject = typeof rule === 'object' && rule !== null && !Array.isArray(rule);
  const members = new Map<string, unknown>(isObject ? Object.entries(rule) : []);
  const texts = (name: string): readonly string[] => {
    const value = members.get(name);
    return Array.isArray(value) ? value.map(String) : [];
  };
  return { effect: members.get('effect'), targets: texts('targetUsers'), notTargets: texts('notTargetUsers') };
}

function grantee({ contents, facts }: Act): string {
  return `${facts.organizationId} ${String(contents.requestParameters?.granteeId ?? '')}`;
}

/** Rights to send alone open no mailbox, and no right at all opens nothing. */
function letsRead({ contents }: Act): boolean {
  const rights = contents.requestParameters?.permissionValues;
  return !Array.isArray(rights) || rights.some((right: unknown) => right !== 'SEND_AS' && right !== 'SEND_ON_BEHALF');
}

function manyOf(
  acts: readonly Act[],
  action: string,
  byWhom: (act: Act) => string,
  did: string,
  { isMove }: Grounds,
): readonly Finding[] {
  const groups = new Map<string, Act[]>();
  for (const act of acts) {
    if (act.call.action !== action) continue;
    const key = `${isMove(act)} ${byWhom(act)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [act]);
    else known.push(act);
  }
  return Array.from(groups.values()).flatMap((group) => {
    const mailboxes = new Set(
      group.map(({ contents, row }) => String(contents.requestParameters?.entityId ?? row.eventID)),
    );
    if (mailboxes.size < MANY) return [];
    const found = findingOf(group, (all) => ({
      kind: action === 'StartMailboxExportJob' ? 'exports' : 'grants',
      weight: isMove(all[0]) ? 'medium' : 'critical',
      summary: `${isMove(all[0]) ? 'As part of a move, ' : ''}${whoIs(all[0])} ${did} ${counted(mailboxes.size, 'mailbox', 'mailboxes')}, ${when(all)}.`,
      label: rowLabel(
        `${did} ${counted(mailboxes.size, 'mailbox', 'mailboxes')}${isMove(all[0]) ? ', as part of a move' : ''}`,
        all,
        all[0],
      ),
      actor: keyOrRole(all[0]),
      entities: idsIn(all),
    }));
    return found ?? [];
  });
}
