import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import { type Answer, type Finding, findingOf } from './answer';
import { actorOfAct, type Grounds, heavier, keyOrRole, weightOf, weightOrder } from './grounds';
import { idsIn } from './idsIn';
import type { Finds, InquiryFile } from './inquiry';
import { counted, tell, when } from './told';

/**
 * The answer to an inquiry whose answers are calls of some actions: for each kind of calls and everybody who made them, a finding. Steps of
 * a move are findings apart, of little weight.
 */
export function callsFound(inquiry: InquiryFile, grounds: Grounds): Answer {
  const { finds = [], silent = 'nothing-found', nothing = '' } = inquiry;
  const groups = finds.flatMap((each) => groupsOf(each, grounds)).sort(byWeight);
  const findings = groups.slice(0, MOST).map((group) => toldGroup(group, grounds));
  const others = othersOf(groups.slice(MOST));
  if (others !== undefined) findings.push(others);
  if (groups.length > 0)
    return { status: 'answered', sentence: sentenceOf(groups, findings), findings, notCovered: [] };
  const isCovered = grounds.evidence.mail.length > 0;
  return isCovered
    ? { status: silent, sentence: nothing, findings: [], notCovered: [] }
    : { status: 'cannot-tell', sentence: NO_MAIL, findings: [], notCovered: [] };
}

/** More are told together: nobody reads them one by one. */
const MOST = 200;

/** The calls of one kind that one actor made. */
interface Group {
  readonly kind: string;
  readonly weight: Weight;
  readonly acts: readonly [Act, ...Act[]];
}

/** What is said where logs hold no event of WorkMail at all. */
export const NO_MAIL = 'These logs hold no event of WorkMail: they cannot tell.';

/** The weightiest first; the sort keeps the order of the rest. */
export function byWeight(left: Pick<Finding, 'weight'>, right: Pick<Finding, 'weight'>): number {
  return weightOrder.indexOf(left.weight) - weightOrder.indexOf(right.weight);
}

function groupsOf(finds: Finds, grounds: Grounds): readonly Group[] {
  const { isMove } = grounds;
  const groups = new Map<string, Act[]>();
  for (const act of meant(finds, grounds)) {
    const key = `${isMove(act)} ${actorOfAct(act)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [act]);
    else known.push(act);
  }
  return Array.from(groups.values()).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const acts = [first, ...others] as const;
    return {
      kind: isMove(first) ? `${finds.kind}-of-move` : finds.kind,
      weight: acts.map((act) => weightIn(act, finds, grounds)).reduce(heavier),
      acts: [...acts],
    };
  });
}

function toldGroup({ kind, weight, acts }: Group, { evidence, isMove }: Grounds): Finding {
  const [first] = acts;
  return {
    kind,
    weight,
    summary: `${isMove(first) ? 'As part of a move: ' : ''}${tell(acts, evidence.entities)}`,
    actor: keyOrRole(first),
    entities: idsIn(acts),
    acts,
  };
}

function othersOf(groups: readonly Group[]): Finding | undefined {
  const [heaviest] = groups;
  if (heaviest === undefined) return undefined;
  return findingOf(
    groups.flatMap(({ acts }) => acts),
    (acts) => ({
      kind: 'others',
      weight: heaviest.weight,
      summary: `${counted(acts.length, 'more call')} by ${counted(actorsIn(groups), 'more actor')}, ${when(acts)}.`,
      entities: idsIn(acts),
    }),
  );
}

function actorsIn(groups: readonly Group[]): number {
  return new Set(groups.map(({ acts }) => actorOfAct(acts[0]))).size;
}

/** The calls that are meant, as they happened. */
function meant({ actions, failed }: Finds, { actsOf }: Grounds): readonly Act[] {
  const found = Object.entries(actions).flatMap(([service, names]) =>
    names.flatMap((name) => actsOf(service.toLowerCase(), name)),
  );
  return asHappened(found.filter(({ row }) => (row.outcome === 'failed') === (failed === true)));
}

function weightIn(act: Act, { weight }: Finds, grounds: Grounds): Weight {
  const own = weightOf(act, grounds);
  return weight === undefined || act.row.outcome === 'failed' || grounds.isMove(act) ? own : heavier(own, weight);
}

function sentenceOf(groups: readonly Group[], [first]: readonly Finding[]): string {
  if (first === undefined || groups.length === 1) return first?.summary ?? '';
  const calls = groups.reduce((sum, { acts }) => sum + acts.length, 0);
  return `${counted(calls, 'call')} by ${counted(actorsIn(groups), 'actor')}. First: ${first.summary}`;
}
