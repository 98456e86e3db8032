import type { JsonValue, TextEdit } from '../../record';

/** The marks that stand in the place of events in an outer text: numbers that the text has nowhere else. */

/** Seven digits that the text does not have, and nine for the number of the event: JSON still keeps it apart from others. */
export function freeMark(text: string): string {
  let mark = 7_654_321;
  while (mark > 1_000_000 && text.includes(String(mark))) mark -= 7919;
  return String(mark);
}

const DIGITS = 9;

/** The text that stands for an event: its number, in brackets where it is not all that a string holds or an object stands. */
export function markOf(mark: string, index: number, fills: boolean): string {
  const number = mark + String(index).padStart(DIGITS, '0');
  return fills ? number : `[${number}]`;
}

/** The number of the event for which a value stands; undefined for any other value. */
export function eventAt(value: JsonValue, mark: string): number | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text.length === mark.length + DIGITS && text.startsWith(mark) ? Number(text.slice(mark.length)) : undefined;
}

/** Whether an edit of the outer text would change an event, or take from it what encloses it. */
export function changesEvent(outer: string, { start, end, text }: TextEdit, mark: string): boolean {
  if (touchesMark(outer, start, end, mark)) return true;
  if (!text.includes('"')) return false;
  if (outer.startsWith(`[${mark}`, end) || outer.startsWith(mark, start - mark.length - DIGITS - 1)) return true;
  // A quote beside an event in a string belongs there only where the event has one on its other side.
  const length = mark.length + DIGITS;
  if (outer.startsWith(mark, end)) return outer[end + length] !== '"';
  return start >= length && outer.startsWith(mark, start - length) && outer[start - length - 1] !== '"';
}

/** A quote too many right behind an event in a string is no part of the string: it is taken out, not escaped. */
export function withoutQuote(outer: string, edit: TextEdit, mark: string): TextEdit {
  const isEscape = edit.text === '\\' && edit.start === edit.end && outer[edit.start] === '"';
  if (!isEscape || !outer.startsWith(mark, edit.start - mark.length - DIGITS)) return edit;
  return { start: edit.start, end: edit.start + 1, text: '' };
}

/** Whether a stretch has a character in common with a mark or with the brackets around it. */
function touchesMark(outer: string, start: number, end: number, mark: string): boolean {
  const length = mark.length + DIGITS;
  const from = Math.max(0, start - length - 2);
  const near = outer.slice(from, end + length + 2);
  for (let at = near.indexOf(mark); at >= 0; at = near.indexOf(mark, at + length)) {
    const first = from + at - (near[at - 1] === '[' ? 1 : 0);
    const last = from + at + length + (near[at + length] === ']' ? 1 : 0);
    if (start < last && end > first) return true;
  }
  return false;
}

/** Most members hold none, and are not looked at further. */
export function mayHoldMark(value: JsonValue, mark: string): boolean {
  if (typeof value === 'string') return value.length > mark.length && value.includes(mark);
  return typeof value === 'number' ? value > LEAST_MARK : value !== null && typeof value === 'object';
}

/** Every mark is a larger number, since it has its digits and those of the event's number. */
const LEAST_MARK = 1e14;

/** The first event for which a mark stands in a text, by its number; undefined where none does. */
export function eventIn(text: string, mark: string): number | undefined {
  const named = new RegExp(`${mark}\\d{${DIGITS}}`).exec(text)?.[0];
  return named === undefined ? undefined : eventAt(named, mark);
}
