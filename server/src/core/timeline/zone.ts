/** How far the clocks of a time zone are ahead of UTC at a moment. Both in milliseconds. */
export type OffsetAt = (time: number) => number;

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * The clocks of a zone. Days at whose beginning and end they are the same are asked once, so that a year of hours takes some hundred looks.
 *
 * @param zone `Europe/Berlin`; whatever the platform does not know is UTC
 */
export function clocksOf(zone: string): OffsetAt {
  const format = formatFor(zone);
  if (format === undefined) return () => 0;
  const known = new Map<number, number>();
  const atDay = (day: number): number => {
    const found = known.get(day) ?? offsetAt(format, day * DAY);
    known.set(day, found);
    return found;
  };
  return (time) => {
    if (!Number.isFinite(time)) return 0;
    const day = Math.floor(time / DAY);
    const [begin, end] = [atDay(day), atDay(day + 1)];
    return begin === end ? begin : offsetAt(format, time);
  };
}

/** Whether the platform knows a zone of this name. */
export function isZone(zone: string): boolean {
  return zone === UTC || formatFor(zone) !== undefined;
}

/** The name that stands for no zone at all. */
export const UTC = 'UTC';

/** `UTC+01:00`, `UTC−03:30`, `UTC+00:00` */
export function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `UTC${offset < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The moment at which the clocks of a zone show what those of UTC show at another one. Of an hour that they leave out, the one behind it;
 * of an hour that comes twice, the first, so that a day begins with its first midnight. Clocks are set once in two days at most.
 */
export function momentOf(local: number, offset: OffsetAt): number {
  const before = local - offset(local - DAY);
  const behind = local - offset(local + DAY);
  const shown = [before, behind].filter((time) => time + offset(time) === local);
  return shown.length === 0 ? Math.max(before, behind) : Math.min(...shown);
}

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  if (zone === UTC) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

/** Of years behind Christ: logs know no others. Parts of a second are the same in all zones. */
function offsetAt(format: Intl.DateTimeFormat, time: number): number {
  const second = Math.floor(time / 1000) * 1000;
  const parts = new Map(format.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - second;
}
