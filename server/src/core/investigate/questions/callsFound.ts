import type { Weight } from '../../check/schemaTypes';
import { at } from '../../explain/members';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import { type Answer, type Finding, findingIn, findingOf } from './answer';
import { deeds } from './deeds';
import { actorOfAct, type Grounds, heavier, keyOrRole, weightOf, weightRank } from './grounds';
import { idsIn } from './idsIn';
import type { AskedFor, Finds, InquiryFile } from './inquiry';
import { noMail } from './noMail';
import { rowLabel } from './rowLabel';
import { counted, tell, when } from './told';

/**
 * The answer to an inquiry whose answers are calls of some actions: for each kind of calls and everybody who made them, a finding. Steps of
 * a move are findings apart, of little weight.
 *
 * @param isAnswer what else must be so of a call
 */
export function callsFound(inquiry: InquiryFile, grounds: Grounds, isAnswer: IsAnswer = () => true): Answer {
  const { finds = [], silent = 'nothing-found', nothing = '' } = inquiry;
  const groups = finds.flatMap((each) => groupsOf(each, grounds, isAnswer)).sort(strayFirst(grounds));
  const findings = groups.slice(0, MOST).map((group) => toldGroup(group, grounds));
  const others = othersOf(groups.slice(MOST));
  if (others !== undefined) findings.push(others);
  if (groups.length > 0)
    return { status: 'answered', sentence: sentenceOf(groups, findings), findings, notCovered: [] };
  const isCovered = grounds.evidence.mail.length > 0;
  return isCovered
    ? { status: silent, sentence: nothing, findings: [], notCovered: [] }
    : { status: 'cannot-tell', sentence: noMail(grounds.evidence), findings: [], notCovered: [] };
}

/** What else must be so of a call. */
type IsAnswer = (act: Act) => boolean;

/** More are told together: nobody reads them one by one. */
const MOST = 200;

/** The calls of one kind that one actor made. */
interface Group {
  readonly kind: string;
  readonly weight: Weight;
  readonly acts: readonly [Act, ...Act[]];
}

/** The weightiest first, and of these what hides in a move. */
function strayFirst({ isStray }: Grounds): (left: Group, right: Group) => number {
  const rank = ({ acts }: Group): number => (acts.some(isStray) ? 0 : 1);
  return (left, right) => byWeight(left, right) || rank(left) - rank(right);
}

/** The weightiest first; the sort keeps the order of the rest. */
export function byWeight(left: Pick<Finding, 'weight'>, right: Pick<Finding, 'weight'>): number {
  return weightRank[left.weight] - weightRank[right.weight];
}

function groupsOf(finds: Finds, grounds: Grounds, isAnswer: IsAnswer): readonly Group[] {
  const { isMove } = grounds;
  const [ofMoves, ofOthers] = [new Map<string, Act[]>(), new Map<string, Act[]>()];
  const groups: Group['acts'][] = [];
  for (const act of meant(finds, grounds, isAnswer)) {
    const ofActor = isMove(act) ? ofMoves : ofOthers;
    const key = actorOfAct(act);
    const known = ofActor.get(key);
    if (known !== undefined) {
      known.push(act);
      continue;
    }
    const acts: Group['acts'] & Act[] = [act];
    ofActor.set(key, acts);
    groups.push(acts);
  }
  return groups.map((acts) => ({
    kind: isMove(acts[0]) ? `${finds.kind}-of-move` : finds.kind,
    weight: heaviestOf(acts, finds, grounds),
    acts,
  }));
}

function toldGroup({ kind, weight, acts }: Group, { evidence, isMove }: Grounds): Finding {
  const [first] = acts;
  return findingIn(acts, {
    kind,
    weight,
    summary: () => `${isMove(first) ? 'As part of a move: ' : ''}${tell(acts, evidence.entities)}`,
    label: () =>
      rowLabel(`${deeds(acts, evidence.entities)}${isMove(first) ? ', as part of a move' : ''}`, acts, first),
    actor: keyOrRole(first),
    entities: () => idsIn(acts),
  });
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
      label: () => rowLabel(`${counted(acts.length, 'more call')} by ${counted(actorsIn(groups), 'more actor')}`, acts),
      entities: () => idsIn(acts),
    }),
  );
}

function actorsIn(groups: readonly Group[]): number {
  return new Set(groups.map(({ acts }) => actorOfAct(acts[0]))).size;
}

/** The calls that are meant, as they happened. */
function meant({ actions, failed, when, unless = [] }: Finds, { actsOf }: Grounds, isAnswer: IsAnswer): readonly Act[] {
  const found = Object.entries(actions).flatMap(([service, names]) =>
    names.map((name) => actsOf(service.toLowerCase(), name)),
  );
  const isMeant = (act: Act): boolean =>
    (act.row.outcome === 'failed') === (failed === true) &&
    (when === undefined || when.some((each) => holds(each, act))) &&
    !unless.some((each) => holds(each, act)) &&
    isAnswer(act);
  return inOrder(found.map((acts) => acts.filter(isMeant)));
}

function holds({ parameter, is, only }: AskedFor, { contents }: Act): boolean {
  const value = at(contents.requestParameters ?? undefined, ...parameter.split('.'));
  if (only === undefined) return value !== undefined && value === is;
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && only.includes(each));
}

/** Some lists of acts as one, each of them as they happened. */
function inOrder(lists: readonly (readonly Act[])[]): readonly Act[] {
  const [only = [], ...others] = lists.filter(({ length }) => length > 0);
  return others.length === 0 ? only : asHappened([only, ...others].flat());
}

/** No act weighs more than a critical one. */
function heaviestOf([first, ...others]: Group['acts'], finds: Finds, grounds: Grounds): Weight {
  let heaviest = weightIn(first, finds, grounds);
  for (const act of others) {
    if (heaviest === 'critical') break;
    heaviest = heavier(heaviest, weightIn(act, finds, grounds));
  }
  return heaviest;
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
