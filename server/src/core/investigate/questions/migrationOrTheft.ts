import { movers } from '../../../generated/movers';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { actsOfStrays } from '../moves/elsewhere';
import type { Move } from '../moves/move';
import { type Moves, movesOf } from '../moves/movesOf';
import type { Stray } from '../moves/strays';
import { dayText } from '../utcText';
import { type Answer, type Finding, findingOf, findingOfOrdered } from './answer';
import { byWeight } from './callsFound';
import { deeds } from './deeds';
import { deedsTold, moreThings, type Room } from './deedsTold';
import { keyOrRole } from './grounds';
import { noMail } from './noMail';
import { rowLabel } from './rowLabel';
import { fewSigns, signWords } from './signWords';
import { counted, tell, when, whoDid, whoIs } from './told';

const DAY = 86_400_000;
/** How long WorkMail keeps a mailbox that was switched off, and lists an export job. */
const DAYS_KEPT = 30;
const DAYS_LISTED = 7;
const SERVICE_ENDS = '2027-03-31';

/** Tells the steps of a planned move, and what is none of them. */
export function migrationOrTheft(evidence: Evidence, moves: Moves = movesOf(evidence)): Answer {
  if (evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(evidence), findings: [], notCovered: [] };
  const acts = actsOfStrays(moves.strays, evidence);
  const isMoving = moves.moves.length > 0;
  const strays = moves.strays.flatMap((stray, at) => findingOfStray(stray, acts[at] ?? [], isMoving, evidence) ?? []);
  const findings = [...strays, ...moves.moves.flatMap((move) => findingOfMove(move) ?? [])].sort(byWeight);
  return {
    status: findings.length === 0 ? 'nothing-found' : 'answered',
    sentence: sentenceOf(moves, strays),
    findings,
    notCovered: [],
  };
}

function sentenceOf({ moves }: Moves, strays: readonly Finding[]): string {
  const heavy = strays.filter(({ weight }) => weight === 'critical' || weight === 'high');
  const [first] = heavy;
  const beside =
    first === undefined
      ? 'nothing of weight strays from it'
      : `${counted(heavy.length, 'thing')} of weight ${heavy.length === 1 ? 'is' : 'are'} no part of it. First: ${first.summary}`;
  if (moves.length > 0)
    return `This looks like a move to another mail system, and ${beside}${first === undefined ? '.' : ''}`;
  if (first !== undefined) return `Nothing looks like a move to another mail system. ${first.summary}`;
  return 'Nothing looks like a move to another mail system, and nothing of weight like a theft that hides in one.';
}

function findingOfMove(move: Move): Finding | undefined {
  const { acts, carried, mailboxes, buckets, roles, keys, addresses, switchedOff } = move;
  const how = movers()[move.mover]?.how ?? '';
  const many =
    mailboxes.length === 0 ? counted(carried.length, 'time') : counted(mailboxes.length, 'mailbox', 'mailboxes');
  const through = [
    counted(move.actors.length, 'actor'),
    counted(addresses.length, 'address', 'addresses'),
    ...(buckets.length === 0
      ? []
      : [counted(buckets.length, 'bucket'), counted(roles.length, 'role'), counted(keys.length, 'key')]),
  ].join(', ');
  return findingOf(acts, () => ({
    kind: 'move',
    weight: 'info',
    summary: `${whoIs(carried[0])} ${how}: ${many}, ${when(carried)}, by ${through}. ${rescue(carried, switchedOff, buckets.length > 0)}`,
    actor: keyOrRole(carried[0]),
    label: rowLabel(`a move: ${how}: ${many}`, carried, carried[0]),
    entities: [...mailboxes, ...buckets],
  }));
}

/** Until when something can still be had. */
function rescue(carried: readonly Act[], switchedOff: readonly Act[], isExport: boolean): string {
  const last = carried.at(-1)?.facts.time;
  const off = switchedOff[0]?.facts.time;
  return [
    ...(off === undefined
      ? []
      : [
          `The first of ${counted(switchedOff.length, 'mailbox', 'mailboxes')} that were switched off is kept until ${dayText(off + DAYS_KEPT * DAY)}.`,
        ]),
    ...(isExport && last !== undefined
      ? [`Export jobs are listed until ${dayText(last + DAYS_LISTED * DAY)} at most.`]
      : []),
    `WorkMail itself ends on ${SERVICE_ENDS}.`,
  ].join(' ');
}

/** Where there is a line for each thing that was done. */
const MOST_IN_LIST: Room = { most: 6, mostOfHeaviest: 8 };

/** @param acts of the stray, each once and as they happened */
function findingOfStray(
  stray: Stray,
  acts: readonly Act[],
  isMoving: boolean,
  { entities }: Evidence,
): Finding | undefined {
  const [first, ...others] = stray.serious.map(({ act }) => act);
  if (first === undefined) return undefined;
  const serious = [first, ...others] as const;
  const many = (): string => deeds(serious, entities);
  return findingOfOrdered(acts, () => ({
    kind: 'stray',
    weight: stray.weight,
    summary: () => `${tell(serious, entities).slice(0, -1)} — ${signWords(stray, isMoving).join('; ')}.`,
    parts: () => {
      const { told, left } = deedsTold(serious, entities, MOST_IN_LIST);
      const done = told.length > 1 ? [...told, ...moreThings(left)] : [];
      return { lead: `${whoDid(serious)}: ${many()}.`, facts: [...done, ...fewSigns(stray, isMoving)].map(asSentence) };
    },
    label: () => rowLabel(many(), [first], first),
    actor: keyOrRole(first),
    entities: stray.mailboxes,
  }));
}

function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
