import { hasForm } from '../check/eventTime';

/** Times as numbers and as text, always UTC: a report must read the same on every desk. No clock is asked. */

/** `2026-03-01 08:00:12`, for places where UTC is said once for all. */
export function secondText(time: number): string {
  return iso(time).slice(0, 19).replace('T', ' ');
}

/** `08:00:12` */
export function clockText(time: number): string {
  return iso(time).slice(11, 19);
}

/** `2026-03-01T08:00:12Z`, as CloudTrail writes it. */
export function isoSecond(time: number): string {
  return `${iso(time).slice(0, 19)}Z`;
}

/** An eventTime that names a moment, as CloudTrail writes it, whatever form a tool has given it; as written where it names none. */
export function asCloudTrailWrites(written: string, time: number | undefined): string {
  return time === undefined || hasForm(written) ? written : isoSecond(time);
}

/** `2026-03-01 08:00`, for places where UTC is said once for all. */
export function minuteText(time: number): string {
  return iso(time).slice(0, 16).replace('T', ' ');
}

/** `2026-03-01` */
export function dayText(time: number): string {
  return iso(time).slice(0, 10);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
