import { forms } from '../../generated/forms';
import { once } from '../once';
import type { JsonObject, TextEdit } from '../record';
import { skipSpace } from './characters';
import type { FieldChanges } from './forms/formFile';
import { type Member, members } from './members';

/**
 * Events in which a tool has moved fields, or put fields of its own beside those of CloudTrail: see `changes` in
 * `schemas/forms`. Edits put
 * the event back as it was, with its time as CloudTrail writes it. Other values stay as they are written.
 */

const changes = once(() => Object.values(forms).flatMap((form) => form.changes ?? []));

/** Keys by which the events of such a tool are told. */
export const marksOfTools = once((): readonly string[] => [...new Set(changes().flatMap((change) => change.marks))]);

/** Whether an event bears the marks of a tool. Asked of every record. */
export function isReshaped(event: JsonObject): boolean {
  for (const field of marksOfTools()) if (event[field] !== undefined) return true;
  return false;
}

/** What makes CloudTrail's event of a tool's; the source is whole JSON. */
export function reshapingEdits(source: string): readonly TextEdit[] {
  const all = Array.from(members(source, { start: skipSpace(source, 0, source.length), end: source.length }));
  const names = new Set(all.map(({ name }) => String(name)));
  const has = (field: string): boolean => names.has(field);
  const tools = changes().filter(({ marks }) => marks.some(has));
  const renamed = new Map(tools.flatMap(({ renames = {} }) => Object.entries(renames)));
  const edits: TextEdit[] = [];
  let isFirst = true;
  for (const [index, member] of all.entries()) {
    if (member.key === undefined) continue;
    const name = String(member.name);
    const field = renamed.get(name);
    const isMoved = field !== undefined && !has(field);
    if (!isMoved && (field !== undefined || tools.some((tool) => isAdded(tool, name)))) {
      edits.push(isFirst ? upToNext(source, member, all[index + 1]) : fromLast(member, all[index - 1]));
      continue;
    }
    isFirst = false;
    if (isMoved) edits.push({ ...member.key, text: JSON.stringify(field) });
    if (isMoved ? field === 'eventTime' : name === 'eventTime') {
      const { start, end } = member.value;
      edits.push(...timeEdits(source.slice(start, end), start));
    }
  }
  return edits;
}

function isAdded({ adds }: FieldChanges, name: string): boolean {
  return adds.some((each) => (each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each));
}

function upToNext(source: string, { key, value }: Member, next: Member | undefined): TextEdit {
  const end = next?.key?.start ?? skipSpace(source, value.end, source.length);
  return { start: key?.start ?? value.start, end, text: '' };
}

function fromLast({ value }: Member, last: Member | undefined): TextEdit {
  return { start: last?.value.end ?? value.start, end: value.end, text: '' };
}

const TIME = /^("?\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)((?:\.\d+)?(?:\s?UTC|Z|\+00:?00)?)("?)$/;

/**
 * `2021-05-30 22:09:12.000` as CloudTrail writes it: `2021-05-30T22:09:12Z`. What is no such time stays as it is; most of it
 * is still a time (see `check/parseTime`), so that nothing depends on these edits but how an event is shown.
 */
export function timeEdits(time: string, offset: number): readonly TextEdit[] {
  const local = dayFirstOrMonthFirst(time);
  if (local !== undefined) return [{ start: offset, end: offset + time.length, text: local }];
  const [, day = '', between, clock = '', end] = TIME.exec(time) ?? [];
  if (end === undefined) return [];
  const edits: TextEdit[] = [];
  const middle = offset + day.length;
  if (between === ' ') edits.push({ start: middle, end: middle + 1, text: 'T' });
  const behind = middle + 1 + clock.length;
  if (end !== 'Z') edits.push({ start: behind, end: behind + end.length, text: 'Z' });
  return edits;
}

/** A day and a month in the order of some country, with a clock: `5/18/2026, 2:02:51.000 PM`. */
const LOCAL = /^("?)(\d{1,2})[/.](\d{1,2})[/.](\d{4}),? (\d{1,2}):(\d\d):(\d\d)(?:\.\d+)?(?: ?([AP])M)?("?)$/i;

/** Such a time as CloudTrail writes it, where the numbers tell the day from the month; which of two small ones is which is not guessed. */
function dayFirstOrMonthFirst(time: string): string | undefined {
  const [, quote = '', first = '', second = '', year, hour, minute, clock, half] = LOCAL.exec(time) ?? [];
  if (year === undefined || isEitherOrder(Number(first), Number(second))) return undefined;
  const [day, month] = Number(first) > 12 ? [first, second] : [second, first];
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const two = (number: string | number): string => String(number).padStart(2, '0');
  return `${quote}${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${clock}Z${quote}`;
}

function isEitherOrder(first: number, second: number): boolean {
  return (first <= 12 && second <= 12 && first !== second) || (first > 12 && second > 12);
}

/** Whether a time does not tell the day from the month. */
export function isAmbiguousTime(time: string): boolean {
  const [, , first, second] = LOCAL.exec(time) ?? [];
  return first !== undefined && second !== undefined && isEitherOrder(Number(first), Number(second));
}
