import { labelText, type OffsetAt, offsetText } from '../../../server/src/wire/timelineWords';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Of values that stand in a row. UTF-16 units. */
const LONGEST = 200;

/** English digit groups whatever the machine's language: the words around are English. */
export function number(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 event`, `12,345 events` */
export function events(count: number): string {
  return count === 1 ? '1 event' : `${number(count)} events`;
}

/** `34 %`, `< 1 %`; of nothing, nothing. */
export function share(count: number, all: number): string {
  if (all === 0) return '';
  const percent = (100 * count) / all;
  return percent > 0 && percent < 1 ? '< 1 %' : `${Math.round(percent)} %`;
}

/** A value of a log as a label. */
export function labelled(value: string): string {
  return labelText(value, LONGEST);
}

/** Times as the clocks of a zone show them. */
export class Clocks {
  readonly offset: OffsetAt;
  readonly zone: string;

  constructor(zone: string, offset: OffsetAt) {
    this.zone = zone;
    this.offset = offset;
  }

  /** `2026-03-14` */
  day(time: number): string {
    return this.#iso(time).slice(0, 10);
  }

  /** `08:15`, with seconds where they are told apart. */
  clock(time: number, withSeconds = false): string {
    return this.#iso(time).slice(11, withSeconds ? 19 : 16);
  }

  /** `03-14 08:15`; of several years `2026-03-14`: both do not fit. */
  short(time: number, isOfYears: boolean): string {
    return isOfYears ? this.day(time) : `${this.day(time).slice(5)} ${this.clock(time)}`;
  }

  /** Whether two moments lie in different years. */
  areOfYears(from: number, to: number): boolean {
    return this.day(from).slice(0, -6) !== this.day(to).slice(0, -6);
  }

  /** `2026-03-14 08:15:02` */
  second(time: number): string {
    return `${this.day(time)} ${this.clock(time, true)}`;
  }

  /** `UTC+01:00` at a moment. */
  offsetAt(time: number): string {
    return offsetText(this.offset(time));
  }

  /** `2026-03-14 08:15:02 UTC+01:00` */
  moment(time: number): string {
    return `${this.second(time)} ${this.offsetAt(time)}`;
  }

  /** A piece of time, with the offset once where both ends have the same. @param to exclusive */
  stretch(from: number, to: number): string {
    const [first, last] = [this.offsetAt(from), this.offsetAt(to)];
    const length = to - from;
    const local = from + this.offset(from);
    if (Math.abs(length - DAY) <= HOUR && local % DAY === 0) return `${this.day(from)} ${first}`;
    const withSeconds = from % MINUTE !== 0 || to % MINUTE !== 0;
    const begin = `${this.day(from)} ${this.clock(from, withSeconds)}`;
    const isOneDay = this.day(from) === this.day(to);
    const end = `${isOneDay ? '' : `${this.day(to)} `}${this.clock(to, withSeconds)}`;
    return first === last ? `${begin} – ${end} ${first}` : `${begin} ${first} – ${end} ${last}`;
  }

  /** The offsets that hold between two moments, as the headline names them. */
  offsets(from: number, to: number): string {
    const [first, last] = [this.offsetAt(from), this.offsetAt(to)];
    return first === last ? first : `${first} to ${last}`;
  }

  #iso(time: number): string {
    return new Date(time + this.offset(time)).toISOString();
  }
}

/** `3 days`, `2 hours`, `15 minutes`: as long as it says, or a little longer. */
export function lengthOf(time: number): string {
  const units = [
    [DAY, 'day'],
    [HOUR, 'hour'],
    [MINUTE, 'minute'],
    [SECOND, 'second'],
  ] as const;
  const [size, name] = units.find(([each]) => time >= each) ?? [SECOND, 'second'];
  const count = Math.floor(time / size);
  return `${number(count)} ${name}${count === 1 ? '' : 's'}`;
}
