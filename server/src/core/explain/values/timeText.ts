/** Times and spans of time in words. */

const two = (number: number): string => String(number).padStart(2, '0');

/** `2017-12-12 17:49:59`, in UTC. */
export function utcText(ms: number): string {
  const date = new Date(ms);
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** `2017-12-12 18:49:59 in Europe/Berlin, UTC+01:00`; undefined without a time zone, in UTC, and for one nobody knows. */
export function localText(ms: number, timeZone: string | undefined): string | undefined {
  const shift = timeZone === undefined ? undefined : zoneShifts(timeZone)?.(ms);
  if (shift === undefined || timeZone === undefined || /^(?:Etc\/)?(?:UTC|GMT|Z)$/.test(timeZone)) return undefined;
  return `${utcText(ms + shift)} in ${timeZone}, UTC${offsetText(shift)}`;
}

/** `+01:00`. @param shift how far clocks are ahead of UTC, in milliseconds */
export function offsetText(shift: number): string {
  const minutes = Math.abs(shift) / 60_000;
  return `${shift < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * How far the clocks of a place are ahead of UTC at a moment, both in milliseconds.
 *
 * @returns undefined for a time zone this platform does not know
 */
export function zoneShifts(timeZone: string): ((ms: number) => number | undefined) | undefined {
  let format: Intl.DateTimeFormat;
  try {
    const numeric = '2-digit';
    format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' },
      ...{ year: 'numeric', month: numeric, day: numeric, hour: numeric, minute: numeric },
    });
  } catch {
    return undefined;
  }
  return (ms) => {
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
    const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    const shift = there - Math.floor(ms / 60_000) * 60_000;
    return Number.isFinite(shift) ? shift : undefined;
  };
}

/** `3 hours 20 minutes`: the two largest units. */
export function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const units: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ];
  const first = units.findIndex(([count]) => count > 0);
  if (first < 0) return '0 seconds';
  const shown = units.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ');
}
