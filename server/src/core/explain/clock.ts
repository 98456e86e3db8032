import { label } from './escape';

/** The parts of a time in CloudTrail's own form. */
export interface Clock {
  /** `2026-03-01` */
  readonly day: string;
  /** `08:00` */
  readonly minute: string;
  /** `08:00:12` */
  readonly second: string;
}

/** Undefined for anything but CloudTrail's own form, which is shown as it is written. */
export function clockOf(time: string): Clock | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T((\d\d:\d\d):\d\d)(?:\.\d+)?Z$/.exec(time);
  const [, day, second, minute] = match ?? [];
  return day === undefined || second === undefined || minute === undefined ? undefined : { day, minute, second };
}

/** A time in a list, in UTC: `08:00:12`, with its day where the list is of more than one. Safe as a label. */
export function momentText(time: string, withDate: boolean): string {
  const read = clockOf(time);
  if (read === undefined) return label(time);
  return withDate ? `${read.day} ${read.second}` : read.second;
}
