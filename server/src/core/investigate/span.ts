import { secondText } from './utcText';

/** From when to when. Milliseconds since 1970, both included; not numbers where no time can be read. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** @param times in milliseconds since 1970; those that are not numbers are left out */
export function spanOf(times: readonly number[]): Span {
  let [from, to] = [Number.NaN, Number.NaN];
  for (const time of times) {
    if (Number.isNaN(time)) continue;
    if (!(from <= time)) from = time;
    if (!(to >= time)) to = time;
  }
  return { from, to };
}

/** `2026-03-01 08:15:00 to 2026-03-01 09:00:00 UTC` */
export function spanWords({ from, to }: Span): string {
  if (Number.isNaN(from)) return 'at a time that cannot be read';
  const [first, last] = [secondText(from), secondText(to)];
  return first === last ? `${first} UTC` : `${first} to ${last} UTC`;
}
