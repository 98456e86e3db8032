import { logDeliveries } from '../../../generated/logDeliveries';
import { type GroupCourse, groupCourses } from '../deliveries/groupCourses';
import { lossesOfLogs } from '../deliveries/lossesOfLogs';
import type { OwnLog } from '../deliveries/ownLog';
import { courseText } from '../deliveries/ownLogWords';
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

/** More logs nobody reads about one by one. */
const MOST_LOGS = 20;
const HOUR = 3_600_000;
const DAYS_OF_HISTORY = 90;
const DAY = 24 * HOUR;

/** How far the logs reach, what kinds of events they lack, and who changed what is recorded. */
export function logComplete(grounds: Grounds): Answer {
  const { evidence } = grounds;
  const { reach, acts, mail } = evidence;
  const { trailChanges } = logDeliveries();
  // Whoever makes one decides what is recorded from then on.
  const changes = acts.filter(({ call, row }) => Object.hasOwn(trailChanges, call.action) && row.outcome !== 'failed');
  const findings: Finding[] = changes.flatMap(
    (act) =>
      findingOf([act], (all) => ({
        kind: 'trail',
        weight: trailChanges[act.call.action] ?? 'high',
        summary: `What is recorded was changed: ${tell(all, evidence.entities)}`,
        label: rowLabel(deeds(all, evidence.entities), all, act),
        actor: keyOrRole(act),
        entities: act.row.named,
      })) ?? [],
  );
  const losses = lossesOf(evidence);
  const groups = groupCourses(acts, grounds.ownLogs()).slice(0, MOST_LOGS);
  findings.push(
    ...groupsLost(grounds, groups),
    ...losses.findings,
    ...eventsAside(evidence),
    ...pauses(evidence),
    ...logsLost(grounds),
  );
  findings.sort(byWeight);
  const notCovered = [
    ...losses.notCovered,
    ...asideText(reach),
    ...ownLogsText(grounds),
    ...groups.filter(({ isLessened }) => !isLessened).map(({ words }) => words),
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

/** From when to when which of WorkMail's own logs can be counted on. */
function ownLogsText({ evidence, ownLogs }: Grounds): readonly string[] {
  const logs = ownLogs();
  const whole = logs.filter((log) => !isLessened(log));
  if (logs.length > 0) return whole.slice(0, MOST_LOGS).map(courseText);
  return evidence.mail.length === 0 ? [] : ['Whether WorkMail’s own logs were written, no call in these logs tells.'];
}

/** Logs of WorkMail's own that were switched off, thinned out or given to others while these logs run. */
function logsLost({ evidence, ownLogs, isMove }: Grounds): readonly Finding[] {
  return ownLogs()
    .filter(isLessened)
    .slice(0, MOST_LOGS)
    .flatMap((log) => {
      const found = findingOf(
        log.changes.map(({ act }) => act),
        (acts) => ({
          kind: 'own-log',
          weight: acts.every(isMove) ? 'low' : log.logType === '' || isOnlyMoved(log) ? 'medium' : 'high',
          summary: () => courseText(log),
          label: () => rowLabel(deeds(acts, evidence.entities), acts, acts.at(-1)),
          entities: log.organizationId === '' ? [] : [log.organizationId],
        }),
      );
      return found ?? [];
    });
}

/** Log groups of these logs that were made to forget sooner, or deleted. */
function groupsLost({ evidence, isMove }: Grounds, groups: readonly GroupCourse[]): readonly Finding[] {
  return groups
    .filter(({ isLessened }) => isLessened)
    .flatMap(({ acts: of, words }) => {
      const found = findingOf(of, (acts) => ({
        kind: 'own-log-kept',
        weight: acts.every(isMove) ? 'low' : 'high',
        summary: words,
        label: () => rowLabel(deeds(acts, evidence.entities), acts, acts.at(-1)),
        entities: [],
      }));
      return found ?? [];
    });
}

/** Whether it went on whole, to another place of the same account. */
function isOnlyMoved(log: OwnLog): boolean {
  return lossesOfLogs([log]).every(({ change, isPart }) => change.what === 'moved' && isPart);
}

function isLessened(log: OwnLog): boolean {
  return lossesOfLogs([log]).length > 0;
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
