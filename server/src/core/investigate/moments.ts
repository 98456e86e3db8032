/** Times as numbers and as text, always UTC: a report must read the same on every desk. No clock is asked. */

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/**
 * The time an eventTime stands for, in milliseconds since 1970 UTC. Undefined for any other form than CloudTrail's own
 * (`YYYY-MM-DDTHH:MM:SSZ`, with or without parts of a second) and for days and hours that do not exist.
 */
export function readTime(text: string): number | undefined {
  if (!written.test(text)) return undefined;
  const time = Date.parse(text);
  // 30 February rolls over into March instead of failing.
  return Number.isNaN(time) || iso(time).slice(0, 19) !== text.slice(0, 19) ? undefined : time;
}

/** `2026-03-01 08:00:12 UTC` */
export function secondText(time: number): string {
  return `${iso(time).slice(0, 19).replace('T', ' ')} UTC`;
}

/** `2026-03-01T08:00:12Z`, as CloudTrail writes it. */
export function isoSecond(time: number): string {
  return `${iso(time).slice(0, 19)}Z`;
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
