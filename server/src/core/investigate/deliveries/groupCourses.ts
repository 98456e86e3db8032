import type { Act } from '../act';
import { secondText } from '../utcText';
import { groupsOf, isNamedLikeOwn, USUAL_DAYS } from './groupsOfLogs';
import type { OwnLog } from './ownLog';
import { firstAndLast, nameOfLog, sinceText } from './ownLogWords';

/** What calls did to what a log group keeps, in which one of WorkMail's own logs lies, or whose name says so. */
export interface GroupCourse {
  /** At least one, as they happened. */
  readonly acts: readonly Act[];
  /** Whether something was taken from it: fewer days than before, or the group itself. */
  readonly isLessened: boolean;
  /** A sentence. Values as they are. */
  readonly words: string;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * How long the log groups of WorkMail's own logs keep what is in them. What is older than that would have expired; that it did no call tells.
 *
 * @param acts as they happened
 */
export function groupCourses(acts: readonly Act[], logs: readonly OwnLog[]): readonly GroupCourse[] {
  const groups = groupsOf(logs);
  const byGroup = new Map<string, Act[]>();
  for (const act of acts) {
    if (act.call.ofService !== 'logs' || act.row.outcome !== 'succeeded' || !KEEPING.has(act.call.action)) continue;
    const { logGroupName: group } = act.contents.requestParameters ?? {};
    if (typeof group !== 'string' || !(groups.has(group) || isNamedLikeOwn(group))) continue;
    const known = byGroup.get(group);
    if (known === undefined) byGroup.set(group, [act]);
    else known.push(act);
  }
  return Array.from(byGroup, ([group, of]) => courseOf(group, of, groups.get(group) ?? []));
}

const KEEPING: ReadonlySet<string> = new Set(['PutRetentionPolicy', 'DeleteRetentionPolicy', 'DeleteLogGroup']);

function courseOf(group: string, acts: readonly Act[], logs: readonly OwnLog[]): GroupCourse {
  let days = USUAL_DAYS;
  let isLessened = false;
  const told = acts.map((act) => {
    const { retentionInDays } = act.contents.requestParameters ?? {};
    const since = sinceText(act.row.time);
    if (act.call.action === 'DeleteLogGroup') {
      isLessened = true;
      return `deleted ${since.replace(/^since /, '')}, with all that was in it`;
    }
    const kept = act.call.action === 'PutRetentionPolicy' ? retentionInDays : Number.POSITIVE_INFINITY;
    if (typeof kept !== 'number') return `keeps a time that no call tells ${since}`;
    if (kept < days) isLessened = true;
    days = kept;
    return kept === Number.POSITIVE_INFINITY ? `keeps all that is left ${since}` : keptText(kept, act.row.time, since);
  });
  const names = logs.map(nameOfLog);
  const whose =
    names.length > 0 ? `, where ${names.join(' and ')} lies` : ', which is called like one of WorkMail’s own logs';
  return { acts, isLessened, words: `The log group ${group}${whose}: ${firstAndLast(told).join('; ')}.` };
}

function keptText(days: number, time: number, since: string): string {
  const expired = new Date(time - days * DAY).getTime();
  const older = Number.isNaN(expired)
    ? ''
    : `, so that what it had from before ${secondText(expired)} UTC would have expired by then`;
  return `keeps ${days === 1 ? '1 day' : `${days} days`} ${since}${older}`;
}
