import type { Span } from '../../record';
import { namesAnEvent } from '../evidence';
import { closingBracket } from '../valueEnd';
import type { Embedded } from '../wrapped/embedded';
import { eventsInStretch, isSound } from '../wrapped/textEvents';
import { soundEventsInDoubledQuotes } from './cellEvents';
import { DOUBLED } from './doubledQuotes';

/** Events in a stretch of a CSV file that is no row of its table. */
export interface BesideRows {
  readonly events: readonly Embedded[];
  /** Where the stretch ends. */
  readonly end: number;
  /** They stand in a line of the table that is damaged. */
  readonly isRow: boolean;
  /** How many characters were looked at. */
  readonly cost: number;
}

/** Whether a line begins like JSON, and not like a row. */
export function opensJson(line: string): boolean {
  return /^\s*[[{]/.test(line);
}

/**
 * What begins with a line that is no row: JSON that was put behind the table, another line of text, or a row of which a quote or
 * a separator is damaged. Only whole events are believed to stand there.
 *
 * @param line of the text
 * @param torn where a row that begins with the line ends at the latest, if a quote of it is damaged
 * @param most characters that may be looked at
 */
export function eventsBesideRows(text: string, line: Span, torn: number, most: number): BesideRows {
  const nothing = { events: [], end: line.end, isRow: false };
  const written = text.slice(line.start, line.end);
  if (most <= 0) return { ...nothing, cost: 0 };
  let cost = 0;
  if (opensJson(written)) {
    const reach = Math.min(text.length, line.start + most);
    const opening = line.start + written.search(/\S/);
    const closing = closingBracket(text, opening, reach);
    const events = closing < 0 ? [] : eventsOf(text, { start: opening, end: closing });
    if (events.length > 0) return { events, end: closing, isRow: false, cost: closing - opening };
    cost = (closing < 0 ? reach : closing) - opening;
  }
  if (torn > line.end && DOUBLED.test(text.slice(line.start, torn))) {
    const events = soundEventsInDoubledQuotes(text, { start: line.start, end: torn });
    if (events.length > 0) return { events, end: torn, isRow: true, cost: cost + torn - line.start };
    return { ...nothing, cost: cost + TIMES_OF_ROW * (torn - line.start) };
  }
  return namesAnEvent(written) ? ofLine(text, line, cost) : { ...nothing, cost };
}

/** A line in which nothing is found costs as much as reading what looks like many events. */
const TIMES = 100;
/** The same for the lines of a row, which are looked at once. */
const TIMES_OF_ROW = 8;

function ofLine(text: string, line: Span, cost: number): BesideRows {
  const { start, end } = line;
  const events = eventsOf(text, line);
  if (events.length > 0) return { events, end, isRow: false, cost: cost + end - start };
  const inCells = soundEventsInDoubledQuotes(text, line);
  const times = inCells.length > 0 ? 1 : TIMES;
  return { events: inCells, end, isRow: true, cost: cost + times * (end - start) };
}

function eventsOf(text: string, stretch: Span): readonly Embedded[] {
  if (!namesAnEvent(text.slice(stretch.start, stretch.end))) return [];
  const events = eventsInStretch(text, stretch);
  return events.some(isSound) ? events : [];
}
