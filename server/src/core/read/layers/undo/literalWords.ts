import type { TextEdit } from '../../../record';

/** What languages call what JSON calls otherwise. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['nil', 'null'],
  ['NULL', 'null'],
  ['undefined', 'null'],
  ['NaN', 'null'],
]);

const DATE =
  /datetime\.datetime\((\d{4}), (\d{1,2}), (\d{1,2})(?:, (\d{1,2}))?(?:, (\d{1,2}))?(?:, (\d{1,2}))?(?:, [^()]{0,80}(?:\([^()]{0,80}\)){0,1})?\)/y;
const CALL = /[A-Za-z_][\w.]*(?=\()/y;
const KEY = /[\w$@][\w$@.-]*(?=\s*(?::|=>))/y;
const JSON_WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=\s*(?:[,}\])]|$))/y;
const BARE = /[^,{}[\]()"'\r\n]+/y;

/**
 * Makes JSON of what stands without quotes: a key, a word for nothing, a moment, or a text.
 *
 * @param edits where the edits go
 * @returns behind it
 */
export function wordAt(text: string, start: number, isKey: boolean, edits: TextEdit[]): number {
  const key = isKey ? found(KEY, text, start) : undefined;
  if (key !== undefined) return quoted(text, start, start + key[0].length, edits);
  const date = found(DATE, text, start);
  if (date !== undefined) {
    const end = start + date[0].length;
    edits.push({ start, end, text: moment(date) });
    return end;
  }
  const call = found(CALL, text, start);
  if (call !== undefined) {
    edits.push({ start, end: start + call[0].length, text: '' });
    return start + call[0].length;
  }
  const word = found(JSON_WORD, text, start);
  if (word !== undefined) return start + word[0].length;
  const bare = found(BARE, text, start)?.[0].trimEnd();
  if (bare === undefined || bare === '') return start + 1;
  const meaning = MEANINGS.get(bare);
  if (meaning === undefined) return quoted(text, start, start + bare.length, edits);
  edits.push({ start, end: start + bare.length, text: meaning });
  return start + bare.length;
}

/** Quotes are put around it: the characters stay, so that places inside can be carried. */
function quoted(text: string, start: number, end: number, edits: TextEdit[]): number {
  edits.push({ start, end: start, text: '"' });
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') edits.push({ start: at, end: at + 1, text: '\\\\' });
  }
  edits.push({ start: end, end, text: '"' });
  return end;
}

/** A moment as ISO 8601 writes it; what Python calls a local time has no zone. */
function moment([call, year, month, day, hour, minute, second]: RegExpExecArray): string {
  const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');
  const zone = /utc/i.test(call) ? 'Z' : '';
  return `"${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zone}"`;
}

function found(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
