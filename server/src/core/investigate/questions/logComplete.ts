import { dayText, secondText } from '../utcText';
import { type Answer, type Finding, findingOf } from './answer';
import { byWeight } from './callsFound';
import { deeds } from './deeds';
import { type Grounds, keyOrRole } from './grounds';
import { lossesOf } from './lossesOf';
import { pauses } from './pauses';
import { rowLabel } from './rowLabel';
import { asideText, eventsAside } from './timesAside';
import { counted, tell } from './told';

/** Changes to trails: whoever makes one decides what is recorded from then on. */
const TRAIL_CHANGES: ReadonlySet<string> = new Set([
  'StopLogging',
  'DeleteTrail',
  'UpdateTrail',
  'PutEventSelectors',
  'PutInsightSelectors',
]);
const HOUR = 3_600_000;
const DAYS_OF_HISTORY = 90;
const DAY = 24 * HOUR;

/** How far the logs reach, what kinds of events they lack, and who changed what is recorded. */
export function logComplete({ evidence }: Grounds): Answer {
  const { reach, acts, mail } = evidence;
  const changes = acts.filter(({ call, row }) => TRAIL_CHANGES.has(call.action) && row.outcome !== 'failed');
  const findings: Finding[] = changes.flatMap(
    (act) =>
      findingOf([act], (all) => ({
        kind: 'trail',
        weight: ['StopLogging', 'DeleteTrail'].includes(act.row.action) ? 'critical' : 'high',
        summary: `What is recorded was changed: ${tell(all, evidence.entities)}`,
        label: rowLabel(deeds(all, evidence.entities), all, act),
        actor: keyOrRole(act),
        entities: act.row.named,
      })) ?? [],
  );
  const losses = lossesOf(evidence);
  findings.push(...losses.findings, ...eventsAside(evidence), ...pauses(evidence));
  findings.sort(byWeight);
  const notCovered = [
    ...losses.notCovered,
    ...asideText(reach),
    ...lacks(reach.reads, reach.events, reach.regions.size, reach.from, reach.to),
  ];
  const span =
    reach.from === undefined || reach.to === undefined
      ? 'No event has a time that can be read'
      : `These logs reach from ${secondText(reach.from)} to ${secondText(reach.to)} UTC: ${counted(reach.events, 'event')}, ${counted(mail.length, 'of WorkMail', 'of WorkMail')}, in ${counted(reach.logs, 'log')}`;
  const broken = losses.sentence === '' ? '' : ` ${losses.sentence}`;
  const sentence = `${span}.${broken} ${changes.length === 0 ? 'Nobody changed a trail in them' : `A trail was changed ${counted(changes.length, 'time')}`}; that nothing is missing, only the digest files of the trail can prove.`;
  return { status: findings.length > 0 ? 'answered' : 'cannot-tell', sentence, findings, notCovered };
}

function lacks(
  reads: number,
  events: number,
  regions: number,
  from: number | undefined,
  to: number | undefined,
): readonly string[] {
  const lacking: string[] = [];
  if (events > 0 && reads === 0)
    lacking.push('No event that only reads is in these logs: the trail may not record them.');
  if (regions === 1) lacking.push('All events are of one Region; what happened in others is in logs of their own.');
  if (
    from !== undefined &&
    to !== undefined &&
    to - from > (DAYS_OF_HISTORY - 2) * DAY &&
    to - from <= DAYS_OF_HISTORY * DAY
  )
    lacking.push(
      `They begin on ${dayText(from)}, ninety days before they end, as Event history does: what was before it has lost.`,
    );
  return lacking;
}
