import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import { byHappening } from '../evidence';
import { type Answer, type Finding, findingOf } from './answer';
import { actorOfAct, type Grounds, heavier, keyOrRole, weightOf, weightOrder } from './grounds';
import { idsIn } from './idsIn';
import type { Finds, InquiryFile } from './inquiry';
import { counted, tell } from './told';

/**
 * The answer to an inquiry whose answers are calls of some actions: for each kind of calls and everybody who made them, a finding. Steps of
 * a move are findings apart, of little weight.
 */
export function callsFound(inquiry: InquiryFile, grounds: Grounds): Answer {
  const { finds = [], silent = 'nothing-found', nothing = '' } = inquiry;
  const findings = finds.flatMap((each) => findingsOf(each, grounds));
  findings.sort(byWeight);
  if (findings.length > 0) return { status: 'answered', sentence: sentenceOf(findings), findings, notCovered: [] };
  const isCovered = grounds.evidence.mail.length > 0;
  return isCovered
    ? { status: silent, sentence: nothing, findings: [], notCovered: [] }
    : { status: 'cannot-tell', sentence: NO_MAIL, findings: [], notCovered: [] };
}

/** What is said where logs hold no event of WorkMail at all. */
export const NO_MAIL = 'These logs hold no event of WorkMail: they cannot tell.';

/** The weightiest first; the sort keeps the order of the rest. */
export function byWeight(left: Finding, right: Finding): number {
  return weightOrder.indexOf(left.weight) - weightOrder.indexOf(right.weight);
}

function findingsOf(finds: Finds, grounds: Grounds): readonly Finding[] {
  const { evidence, isMove } = grounds;
  const groups = new Map<string, Act[]>();
  for (const act of meant(finds, grounds)) {
    const key = JSON.stringify([isMove(act), actorOfAct(act)]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [act]);
    else known.push(act);
  }
  return Array.from(groups.values()).flatMap(
    (acts) =>
      findingOf(acts, (all) => ({
        kind: isMove(all[0]) ? `${finds.kind}-of-move` : finds.kind,
        weight: all.map((act) => weightIn(act, finds, grounds)).reduce(heavier),
        summary: `${isMove(all[0]) ? 'As part of a move: ' : ''}${tell(all, evidence.entities)}`,
        actor: keyOrRole(all[0]),
        entities: idsIn(all),
      })) ?? [],
  );
}

/** The calls that are meant, as they happened. */
function meant({ actions, failed }: Finds, { actsOf }: Grounds): readonly Act[] {
  const found = Object.entries(actions).flatMap(([service, names]) =>
    names.flatMap((name) => actsOf(service.toLowerCase(), name)),
  );
  return found.filter(({ row }) => (row.outcome === 'failed') === (failed === true)).sort(byHappening);
}

function weightIn(act: Act, { weight }: Finds, grounds: Grounds): Weight {
  const own = weightOf(act, grounds);
  return weight === undefined || act.row.outcome === 'failed' || grounds.isMove(act) ? own : heavier(own, weight);
}

function sentenceOf(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const calls = findings.reduce((sum, { acts }) => sum + acts.length, 0);
  if (findings.length === 1) return first.summary;
  const actors = new Set(findings.map(({ actor }) => actor)).size;
  return `${counted(calls, 'call')} by ${counted(actors, 'actor')}. First: ${first.summary}`;
}
