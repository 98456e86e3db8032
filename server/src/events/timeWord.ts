import { clockIn } from '../core/query/readGoTo';
import { timeNamed } from '../core/query/timeNamed';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Whether something happened in the stretch of time that a word of a search names: a year, month, day … second in UTC, or a minute or
 * second of whatever day (`08:15`). Undefined for a word that names none.
 *
 * @param word in any case of the letters
 * @returns is given milliseconds since 1970
 */
export function timeWord(word: string): ((time: number) => boolean) | undefined {
  const stretch = timeNamed(word);
  if (stretch !== undefined) return (time) => time >= stretch.first && time < stretch.end;
  const clock = clockIn(word);
  if (clock === undefined) return undefined;
  const length = /:\d\d:/.test(word) ? 1000 : MINUTE;
  return (time) => {
    const since = time - Math.floor(time / DAY) * DAY;
    return since >= clock && since < clock + length;
  };
}
