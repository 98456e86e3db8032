import { deliveryName, type Window } from '../core/index';

/** What the path of a log in S3, or a copy of it, says: `AWSLogs/[o-…/]<account>/CloudTrail/<region>/2026/03/01/`. */
export interface DeliveryPath {
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** First moment of the day of delivery in UTC, in milliseconds. */
  readonly day: number | undefined;
}

const FOLDERS =
  /(?:^|\/)(\d{12})\/CloudTrail(?:-[A-Za-z]+)?\/([a-z]{2}(?:-[a-z]+)+-\d+)\/(\d{4})\/(\d{2})\/(\d{2})\/[^/]*$/;
const DAY = 86_400_000;

/** @param path with slashes; a uri serves, too */
export function deliveryPath(path: string): DeliveryPath {
  const name = deliveryName(path);
  if (name !== undefined) {
    const { account, region, time } = name;
    return { account, region, day: Number.isNaN(time) ? undefined : Math.floor(time / DAY) * DAY };
  }
  const [, account, region, year, month, day] = FOLDERS.exec(path) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return { account, region, day: Number.isNaN(time) ? undefined : time };
}

/**
 * Whether a log delivered under a path may hold events of a stretch of time. A log is delivered after its events happened,
 * mostly within minutes, sometimes hours later, so the days before the stretch hold none of them and one day after it is
 * looked into, too. A path that names no day may hold anything.
 */
export function mayHoldEventsOf({ from, to }: Window, path: string): boolean {
  if (from === undefined && to === undefined) return true;
  const { day } = deliveryPath(path);
  if (day === undefined) return true;
  const isBefore = from !== undefined && day + DAY <= from;
  const isAfter = to !== undefined && day >= to + DAY;
  return !isBefore && !isAfter;
}

/** What the name of a file promises of its content. */
export type NamePromise = 'delivered' | 'cloudtrail' | undefined;

/**
 * Whether a file is called as CloudTrail calls the logs that it delivers (`delivered`), or says CloudTrail in another way.
 * Digest files, which lie beside the logs and are called like them, promise nothing.
 *
 * @param path with slashes or backslashes; a uri serves, too
 */
export function promiseOf(path: string): NamePromise {
  const name = path.replace(/^.*[\\/]/s, '');
  if (/CloudTrail-Digest/i.test(name)) return undefined;
  if (deliveryName(name) !== undefined) return 'delivered';
  return /cloud-?_?trail/i.test(name) ? 'cloudtrail' : undefined;
}
