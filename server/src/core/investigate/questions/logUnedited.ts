import { byHappening, type Evidence, type Unlike } from '../evidence';
import { type Answer, type Finding, findingOf, type Told } from './answer';
import type { Grounds } from './grounds';
import { rowLabel } from './rowLabel';
import { counted } from './told';

/** Records that nobody can read as they are: a damage is a sign of editing, or of a download that broke off. */
const MOST = 1000;
const MOST_IDS = 200;

/** What speaks against records being as CloudTrail wrote them. That nothing does proves nothing. */
export function logUnedited({ evidence }: Grounds): Answer {
  const twice = toldTwice(evidence);
  const broken = evidence.acts.filter(({ facts }) => facts.malformed !== null);
  const damaged = damage(broken.slice(0, MOST), broken.length);
  const findings = damaged === undefined ? twice : [...twice, damaged];
  const others = evidence.reach.malformed - broken.length;
  const told = [
    ...twice.slice(0, 1).map(({ summary }) => summary),
    twice.length > 1 ? `So it is with ${counted(twice.length - 1, 'more eventID')}.` : '',
    damaged?.summary ?? (twice.length > 0 ? '' : 'No record that has to do with mail is damaged.'),
    others > 0 ? `${counted(others, 'event')} of other services ${others === 1 ? 'is' : 'are'} broken, too.` : '',
    findings.length > 0
      ? 'Whether it was edited, only the digest files of the trail can prove.'
      : 'That nothing was edited, only the digest files of the trail can prove.',
  ];
  return {
    status: findings.length === 0 ? 'cannot-tell' : 'answered',
    sentence: told.filter((each) => each !== '').join(' '),
    findings,
    notCovered: [],
  };
}

/** Events that are told twice with two contents; what was delivered twice is none of them. */
function toldTwice(evidence: Evidence): readonly Finding[] {
  return evidence
    .unlike(MOST_IDS)
    .flatMap((unlike) => findingOf(unlike.acts, (acts) => unlikeTold(unlike, acts)) ?? [])
    .sort(({ acts: [left] }, { acts: [right] }) => byHappening(left, right));
}

function unlikeTold({ fields }: Unlike, acts: Finding['acts']): Told {
  const { eventID } = acts[0].row;
  return {
    kind: 'unlike-copies',
    weight: 'high',
    summary: `${counted(acts.length, 'record')} with the eventID ${eventID} do not tell the same: they differ in ${fields.join(', ')}. CloudTrail gives an eventID to one event only, so one of them was edited, or CloudTrail did not write it so.`,
    label: rowLabel(`one eventID, ${counted(acts.length, 'record')} that differ in ${fields.join(', ')}`, acts),
    entities: [eventID],
  };
}

function damage(broken: Evidence['acts'], count: number): Finding | undefined {
  return findingOf(broken, (acts) => ({
    kind: 'damage',
    weight: 'medium',
    summary: `${counted(count, 'event')} that ${count === 1 ? 'has' : 'have'} to do with mail ${count === 1 ? 'is' : 'are'} broken, or not as CloudTrail writes events: the problems of ${count === 1 ? 'its log' : 'their logs'} tell what is wrong.`,
    label: rowLabel(`${counted(count, 'broken event')}`, acts),
    entities: [],
  }));
}
