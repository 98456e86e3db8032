import { digestName } from './digestName';
import type { Covered, Gap } from './gaps';
import type { DigestTimes } from './logVerdicts';

const HOUR = 3_600_000;
/** A log is named by the minute, and delivered a little before or after. */
const SLACK = 15 * 60_000;

/** What is known of the time of digests, for files that none of them names. */
export function digestTimes(
  covered: readonly Covered[],
  gaps: readonly Gap[],
  unreadable: readonly { readonly file: string }[],
): DigestTimes {
  const reach = new Map<string, { first: number; last: number }>();
  for (const { account, region, start, end } of covered) {
    const known = reach.get(`${account} ${region}`);
    const first = start ?? end - HOUR;
    if (known === undefined) reach.set(`${account} ${region}`, { first, last: end });
    else {
      known.first = Math.min(known.first, first);
      known.last = Math.max(known.last, end);
    }
  }
  const unread = unreadable.flatMap(({ file }) => {
    const name = digestName(file);
    return name?.end === undefined ? [] : [{ ...name, file, end: name.end }];
  });
  return {
    isEmpty: covered.length === 0 && unreadable.length === 0,
    of: (account, region) => reach.get(`${account} ${region}`),
    unreadable: (account, region, time) =>
      unread.find(
        (one) =>
          one.account === account && one.region === region && time >= one.end - HOUR - SLACK && time <= one.end + SLACK,
      )?.file,
    isInGap: (account, region, time) =>
      gaps.some((gap) => gap.account === account && gap.region === region && time >= gap.from && time <= gap.to),
  };
}
