import type { JsonObject, TextEdit } from '../record';
import { skipSpace } from './characters';
import { type Member, members } from './members';

/**
 * Events that a tool has changed on their way: Logstash moves eventTime to `@timestamp`, Panther writes times in its own way,
 * and both, like Wazuh, put fields of their own beside those of CloudTrail. Edits put the event back as it was.
 */

/** Whether an event bears the marks of a tool. */
export function isReshaped(event: JsonObject): boolean {
  return (
    (!Object.hasOwn(event, 'eventTime') && Object.hasOwn(event, '@timestamp')) ||
    Object.hasOwn(event, 'p_log_type') ||
    Object.hasOwn(event, 'p_event_time') ||
    Object.hasOwn(event, 'log_info')
  );
}

const OF_TOOLS = /^(?:p_\w+|@version|@timestamp|log_info|source|aws_account_id|tags)$/;

/** What makes CloudTrail's event of a tool's; the source is whole JSON. */
export function reshapingEdits(source: string): readonly TextEdit[] {
  const all = Array.from(members(source, { start: skipSpace(source, 0, source.length), end: source.length }));
  const hasTime = all.some(({ name }) => name === 'eventTime');
  const edits: TextEdit[] = [];
  let isFirst = true;
  for (const [index, member] of all.entries()) {
    const { name, key, value } = member;
    if (key === undefined) continue;
    const isTime = name === 'eventTime' || (name === '@timestamp' && !hasTime);
    if (!isTime && OF_TOOLS.test(String(name))) {
      edits.push(isFirst ? upToNext(source, member, all[index + 1]) : fromLast(member, all[index - 1]));
      continue;
    }
    isFirst = false;
    if (!isTime) continue;
    if (name !== 'eventTime') edits.push({ ...key, text: '"eventTime"' });
    edits.push(...timeEdits(source.slice(value.start, value.end), value.start));
  }
  return edits;
}

function upToNext(source: string, { key, value }: Member, next: Member | undefined): TextEdit {
  const end = next?.key?.start ?? skipSpace(source, value.end, source.length);
  return { start: key?.start ?? value.start, end, text: '' };
}

function fromLast({ value }: Member, last: Member | undefined): TextEdit {
  return { start: last?.value.end ?? value.start, end: value.end, text: '' };
}

const TIME = /^("?\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)((?:\.\d+)?(?:\s?UTC|Z|\+00:?00)?)("?)$/;

/** `2021-05-30 22:09:12.000` as CloudTrail writes it: `2021-05-30T22:09:12Z`. What is no such time stays as it is. */
export function timeEdits(time: string, offset: number): readonly TextEdit[] {
  const [, day = '', between, clock = '', end] = TIME.exec(time) ?? [];
  if (end === undefined) return [];
  const edits: TextEdit[] = [];
  const middle = offset + day.length;
  if (between === ' ') edits.push({ start: middle, end: middle + 1, text: 'T' });
  const behind = middle + 1 + clock.length;
  if (end !== 'Z') edits.push({ start: behind, end: behind + end.length, text: 'Z' });
  return edits;
}
