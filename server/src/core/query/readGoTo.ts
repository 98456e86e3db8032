import { parseTime } from '../check/parseTime';
import { plainTime, timeNamed } from './timeNamed';

/** What somebody wants to go to. A text may be both an id and a time, as `2026` is. */
export interface GoTo {
  /** An eventID or requestID, or how one begins: in small letters. */
  readonly id?: string;
  /** The moment from which on an event is looked for, as `timeNamed` takes it. */
  readonly from?: string;
  /** Milliseconds since midnight in UTC, on whatever day. */
  readonly clock?: number;
}

/** Fewer characters begin too many ids to tell anything. */
export const FEWEST_OF_ID = 4;
const MOST_OF_ID = 128;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
/** A member as it is copied out of a log, and what is left around a value. */
const MEMBER = /^["']?(?:eventID|requestID|eventTime)["']?\s*[:=]\s*/i;
const AROUND = /^[\s"'`([{]+|[\s"'`)\]},;]+$/g;
const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(?:Z|UTC)?$/i;

/**
 * Reads what somebody types or pastes to get to an event: an id, whole or as it begins, a time in UTC in any form that questions or
 * records have, or a clock. A whole id may stand in other text.
 */
export function readGoTo(text: string): GoTo {
  const uuid = UUID.exec(text)?.[0];
  if (uuid !== undefined) return { id: uuid.toLowerCase() };
  const value = text.trim().replace(MEMBER, '').replace(AROUND, '');
  const isId = value.length >= FEWEST_OF_ID && value.length <= MOST_OF_ID && !/[\s:]/.test(value);
  const from = momentIn(value);
  const clock = from === undefined ? clockIn(value) : undefined;
  return {
    ...(isId && { id: value.toLowerCase() }),
    ...(from !== undefined && { from }),
    ...(clock !== undefined && { clock }),
  };
}

/** Fractions of a second are left out: events have none. */
function momentIn(text: string): string | undefined {
  if (timeNamed(text) !== undefined) return plainTime(text);
  const ms = parseTime(text)?.ms;
  return ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
}

/** A time of day, such as `8:15` or `08:15:30`, in milliseconds since midnight; undefined for every other text. */
export function clockIn(text: string): number | undefined {
  const [, hour, minute, second = '0'] = CLOCK.exec(text) ?? [];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || hour === undefined) return undefined;
  return ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}
