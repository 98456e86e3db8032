import { dayText, secondText } from '../utcText';
import { type Grounds, weightOf } from './grounds';
import { counted } from './told';

const DAY = 86_400_000;

/**
 * Where nobody named the quiet time and it is not quiet: what is taken for known may be the theft itself. Which day would do instead.
 *
 * @param until the end of the time that is compared with, in milliseconds since 1970
 * @returns undefined where nothing critical happened in it
 */
export function baselineHolds(grounds: Grounds, until: number): string | undefined {
  const critical = grounds
    .weightyActors()
    .flatMap(({ weighty }) => weighty.filter((act) => act.time < until && weightOf(act, grounds) === 'critical'));
  const first = critical.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
  if (critical.length === 0) return undefined;
  const began = `The time before is not quiet: ${counted(critical.length, 'critical call')} of other answers ${critical.length === 1 ? 'lies' : 'lie'} in it, the first ${secondText(first)} UTC, and what began with ${critical.length === 1 ? 'it' : 'them'} is not told as new.`;
  return `${began} Compare with a quieter time: workmail-trail ask --question new-behaviour --baseline ${quieter(grounds, first)}.`;
}

/** A day before that of the first critical act, or that day itself where the logs hold nothing earlier: what begins with a day is not before it. */
function quieter({ evidence: { reach } }: Grounds, first: number): string {
  const day = Math.floor(first / DAY) * DAY;
  const { from = first } = reach;
  if (from < day - DAY) return dayText(day - DAY);
  return from < day ? `${dayText(day)}, or a folder of older logs` : 'FOLDER, a folder of older logs';
}
