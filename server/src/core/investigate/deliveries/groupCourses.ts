import type { Act } from '../act';
import { secondText } from '../utcText';
import { changesOfGroups, type GroupChange } from './groupsOfLogs';
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
  const byGroup = new Map<string, [GroupChange, ...GroupChange[]]>();
  for (const change of changesOfGroups(acts, logs)) {
    if (change.what === 'copied') continue;
    const known = byGroup.get(change.group);
    if (known === undefined) byGroup.set(change.group, [change]);
    else known.push(change);
  }
  return Array.from(byGroup.values(), courseOf);
}

function courseOf(changes: readonly [GroupChange, ...GroupChange[]]): GroupCourse {
  const [{ group, logs }] = changes;
  const names = logs.map(nameOfLog);
  const whose =
    names.length > 0 ? `, where ${names.join(' and ')} lies` : ', which is called like one of WorkMail’s own logs';
  return {
    acts: changes.map(({ act }) => act),
    isLessened: changes.some(({ isLess }) => isLess),
    words: `The log group ${group}${whose}: ${firstAndLast(changes.map(changeText)).join('; ')}.`,
  };
}

function changeText({ act, what, days }: GroupChange): string {
  const since = sinceText(act.row.time);
  if (what === 'deleted') return `deleted ${since.replace(/^since /, '')}, with all that was in it`;
  if (Number.isNaN(days)) return `keeps a time that no call tells ${since}`;
  return days === Number.POSITIVE_INFINITY ? `keeps all that is left ${since}` : keptText(days, act.row.time, since);
}

function keptText(days: number, time: number, since: string): string {
  const expired = new Date(time - days * DAY).getTime();
  const older = Number.isNaN(expired)
    ? ''
    : `, so that what it had from before ${secondText(expired)} UTC would have expired by then`;
  return `keeps ${days === 1 ? '1 day' : `${days} days`} ${since}${older}`;
}
