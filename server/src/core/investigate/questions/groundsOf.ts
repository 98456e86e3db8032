import { once } from '../../once';
import { accesses } from '../access/accesses';
import type { Act } from '../act';
import type { Call } from '../call';
import type { OwnLog } from '../deliveries/ownLog';
import { ownLogsOf } from '../deliveries/ownLogs';
import { onlyOrganization } from '../deliveries/switchOn';
import type { Evidence } from '../evidence';
import { LineSet } from '../moves/lineSet';
import { type Moves, movesOf } from '../moves/movesOf';
import type { Quiet } from '../novelty/quiet';
import { grantsIn } from '../own/grantsIn';
import type { MailboxReads, PartOf } from '../own/ownEvidence';
import { blindStretches, doorsOf } from '../own/readDoors';
import { findSequences } from '../sequences/findSequences';
import { doorsIn } from './doors';
import type { Grounds } from './grounds';
import { keysOff } from './keysOff';
import { logDoors } from './logDoors';
import { weightyActors } from './weightyActors';

const NONE: readonly never[] = [];

/**
 * What answers rest on. What follows from the evidence is found when it is asked for first, and once.
 *
 * @param quiet what new behaviour is compared with; absent: the first half of the time of the logs
 */
export function groundsOf(evidence: Evidence, quiet?: Quiet): Grounds {
  const { acts } = evidence;
  const byAction = once(() => actsByAction(acts));
  const ownLogs = once(() => ownLogsOf(evidence));
  const doors = once(() => [...doorsIn(acts, evidence.entities), ...logDoors(ownLogs())]);
  const restoring = once(
    () => new Set(doors().flatMap(({ act, closed }) => (closed && byAnother(closed, act) ? [closed] : []))),
  );
  const givers = once(() => actsGiving(acts));
  const moves = once(() => movesOf(evidence));
  const stray = once(() => heavyStrays(moves(), acts.length));
  const weighing = {
    isStray: (act: Act) => stray().has(act),
    isMove: (act: Act) => moves().isMove(act),
    restores: (act: Act) => restoring().has(act),
  };
  const actsOf = (service: string, action: string): readonly Act[] =>
    byAction().get(actionKey(service, action)) ?? NONE;
  const grants = once(() => grantsIn({ actsOf, evidence }));
  const grounds: Grounds = {
    evidence,
    quiet,
    ...weighing,
    actsOf,
    giversOf: (text) => givers().get(text) ?? NONE,
    weightyActors: once(() => weightyActors(evidence, weighing, stray())),
    doors,
    ownLogs,
    organization: once(() => onlyOrganization(evidence)),
    reads: once(() => readsOf(evidence, ownLogs())),
    readsBy: (partOf) => readsOf(evidence, ownLogs(), partOf),
    keysOff: once(() => keysOff(acts)),
    sequences: once(() => findSequences(evidence)),
    moves,
    grants: (user, owner, organization) => grants()(user, owner, organization),
    accesses: once(() => accesses(grounds)),
  };
  return grounds;
}

function readsOf(evidence: Evidence, logs: readonly OwnLog[], partOf?: PartOf): readonly MailboxReads[] {
  const own = evidence.own();
  return own.counts.has('mailbox-access') ? own.reads(doorsOf(own), blindStretches(logs), partOf) : NONE;
}

/** Acts that hide in a move and weigh much. Many strays have most of their acts in common. @param all how many acts there are */
function heavyStrays({ strays }: Moves, all: number): ReadonlySet<Act> {
  const heavy = new LineSet(all);
  for (const { weight, lines } of strays)
    if (weight === 'critical' || weight === 'high') for (const line of lines) heavy.add(line);
  return new Set(Array.from(heavy, ({ act }) => act));
}

function actionKey(service: string, action: string): string {
  return `${service} ${action}`;
}

/** Acts by what was called. Many acts share a call, so that its names are joined once. */
function actsByAction(acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> {
  const found = new Map<string, Act[]>();
  const ofCall = new Map<Call, Act[]>();
  for (const act of acts) {
    const { call } = act;
    let known = ofCall.get(call);
    if (known === undefined) {
      const key = actionKey(call.ofService, call.action);
      known = found.get(key) ?? [];
      found.set(key, known);
      ofCall.set(call, known);
    }
    known.push(act);
  }
  return found;
}

function byAnother(one: Act, other: Act): boolean {
  return one.actorKey !== other.actorKey;
}

/** Acts that made or gave out something, by what that is. */
function actsGiving(acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> {
  const found = new Map<string, Act[]>();
  for (const act of acts) {
    const { made } = act.row;
    // Most acts make nothing.
    if (made.length === 0 || act.row.outcome === 'failed') continue;
    for (const text of made) {
      const known = found.get(text);
      if (known === undefined) found.set(text, [act]);
      // One act may name a text twice.
      else if (known.at(-1) !== act) known.push(act);
    }
  }
  return found;
}
