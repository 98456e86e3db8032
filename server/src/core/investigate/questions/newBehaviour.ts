import type { NewKind, NewThing } from '../novelty/newThing';
import { newThings } from '../novelty/newThings';
import { firstHalf, type Quiet } from '../novelty/quiet';
import { secondText } from '../utcText';
import type { Answer, Finding } from './answer';
import { baselineHolds } from './baselineHolds';
import { type Grounds, keyOrRole } from './grounds';
import { idsIn } from './idsIn';
import { noMail } from './noMail';
import { phraseOf } from './phrase';
import { rowLabel } from './rowLabel';
import { asideText } from './timesAside';
import { counted, when } from './told';

/** Of new values so many are told one by one. */
const MOST = 3;

/** Compared with a quiet time that somebody named, else with the first half of the time of the logs. */
export function newBehaviour(grounds: Grounds): Answer {
  const { evidence } = grounds;
  const quiet = grounds.quiet ?? firstHalf(evidence);
  if (evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(evidence), findings: [], notCovered: [] };
  const isComparable = quiet !== undefined && hasBefore(grounds, quiet);
  if (!isComparable) {
    return { status: 'cannot-tell', sentence: incomparable(grounds), findings: [], notCovered: [] };
  }
  const { to } = evidence.reach;
  if ('until' in quiet && to !== undefined && quiet.until > to) {
    const sentence = `The time to compare with reaches until ${secondText(quiet.until)} UTC, and the last event of these logs was at ${secondText(to)} UTC: nothing in them is later, so that nothing can be new.`;
    return { status: 'cannot-tell', sentence, findings: [], notCovered: [] };
  }
  const before = 'baseline' in quiet ? 'the other logs' : `the time until ${secondText(quiet.until)} UTC`;
  const { things, others } = newThings(evidence, quiet);
  const findings = things.map((thing) => findingOfThing(thing, grounds));
  const loud = 'baseline' in quiet || grounds.quiet !== undefined ? undefined : baselineHolds(grounds, quiet.until);
  const notCovered = [
    ...(loud === undefined ? [] : [loud]),
    `Compared with ${before}: what began before that is not new.`,
    ...asideText(evidence.reach),
    ...(others === 0 ? [] : [`${counted(others, 'thing')} beside those that are told, none of more weight.`]),
  ];
  const [first] = findings;
  if (first === undefined)
    return { status: 'nothing-found', sentence: `Nothing is new, compared with ${before}.`, findings, notCovered };
  const sentence = `${counted(findings.length + others, 'thing')} new, compared with ${before}. First: ${first.summary}`;
  return { status: 'answered', sentence, findings, notCovered };
}

/** Why nothing can be compared: it may lie in what was named as the time before. */
function incomparable({ quiet, evidence }: Grounds): string {
  if (quiet === undefined) return 'There is no time before in these logs that anything could be compared with.';
  if ('until' in quiet) {
    const { from } = evidence.reach;
    const begin = from === undefined ? '' : `: the first one was at ${secondText(from)} UTC`;
    return `The time to compare with reaches until ${secondText(quiet.until)} UTC, and no event of these logs is earlier${begin}.`;
  }
  const { events } = quiet.baseline.reach;
  return events === 0
    ? 'The other logs to compare with hold no event.'
    : `The other logs to compare with hold ${counted(events, 'event')}, and none that has to do with mail.`;
}

function hasBefore({ evidence }: Grounds, quiet: Quiet): boolean {
  if ('baseline' in quiet) return quiet.baseline.acts.length > 0;
  return evidence.acts.some((act) => act.row.time < quiet.until && !act.isByService);
}

const WORDS: Readonly<Record<NewKind, readonly [one: string, many: string]>> = {
  principal: ['identity', 'identities'],
  key: ['key that stays', 'keys that stay'],
  address: ['address', 'addresses'],
  program: ['program', 'programs'],
  action: ['kind of call', 'kinds of calls'],
  account: ['account', 'accounts'],
  bucket: ['bucket', 'buckets'],
  hour: ['hour of the day (UTC)', 'hours of the day (UTC)'],
};

function findingOfThing({ kind, weight, actor, values, acts, weighty }: NewThing, { evidence }: Grounds): Finding {
  const [one, many] = WORDS[kind];
  const left = values.length - MOST;
  const more = left > 0 ? ` and ${left} more` : '';
  const whose = kind === 'principal' ? '' : ` of ${actor === '' ? 'somebody' : actor}`;
  const [did] = weighty;
  const then = did === undefined ? '' : `; from there somebody ${phraseOf(did, evidence.entities)}, ${when([did])}`;
  return {
    kind: `new-${kind}`,
    weight,
    summary: `New ${values.length === 1 ? one : many}${whose}: ${values.slice(0, MOST).join(', ')}${more}, first ${when([acts[0]])}${then}.`,
    label: rowLabel(
      `new ${values.length === 1 ? one : many}: ${values.slice(0, MOST).join(', ')}${more}`,
      [acts[0]],
      kind === 'principal' ? undefined : acts[0],
    ),
    actor: keyOrRole(acts[0]),
    entities: kind === 'bucket' ? values : idsIn(acts),
    acts: weighty.length === 0 ? acts : [acts[0], ...acts.slice(1), ...weighty.filter((act) => !acts.includes(act))],
  };
}
