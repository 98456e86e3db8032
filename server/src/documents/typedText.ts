import { type LogCompletions, logCompletions } from '../core/index';
import { type Analysis, recordAt } from './analysis';

/** Further from the beginning of its record nobody types. UTF-16 units. */
const LONGEST_BEFORE = 1_000_000;
/** What names the action may stand behind the place. */
const LOOKED_AHEAD = 100_000;

/** What may be written at an offset of a log; spans are offsets of the log. Undefined where nothing is known. */
export function completionsAtOffset(
  analysis: Analysis,
  offset: number,
  withSnippets: boolean,
): LogCompletions | undefined {
  const { text, index, outline } = analysis;
  if (outline.isLayered === true) return undefined;
  // A record that begins at the place stands behind it.
  const before = index.countUpTo(offset - 1) - 1;
  const record = before < 0 ? undefined : recordAt(analysis, before);
  // In a text or a cell everything is written otherwise.
  if (record !== undefined && record.form !== 'object') return undefined;
  const start = record?.start ?? 0;
  if (offset - start > LONGEST_BEFORE) return undefined;
  const next = index.start(before + 1) ?? text.length;
  const end = Math.min(Math.max(offset, next), offset + LOOKED_AHEAD);
  const found = logCompletions({ text: text.slice(start, end), offset: offset - start, record }, withSnippets);
  return found && { ...found, start: start + found.start, end: start + found.end };
}

/** How an event may be put at a place. */
export interface EventPlace {
  /** What has been typed of it and gives way; both are the offset where nothing is. */
  readonly start: number;
  readonly end: number;
  readonly isOnOneLine: boolean;
  /** What has to stand behind it. */
  readonly behind: '' | ',';
}

/** Characters beside a place that are looked at. */
const BESIDE = 200;
const TYPED = /\w*$/;

/** Whether a whole event may be written at an offset: between the brackets of a list of events, or on a line of its own. */
export function eventPlaceAt({ text, index, outline }: Analysis, offset: number): EventPlace | undefined {
  const before = index.countUpTo(offset - 1) - 1;
  const isInRecord = before >= 0 && (index.end(before) ?? 0) > offset;
  if (isInRecord || outline.isLayered === true) return undefined;
  const head = text.slice(Math.max(0, offset - BESIDE), offset);
  const typed = TYPED.exec(head)?.[0] ?? '';
  const around = head.slice(0, head.length - typed.length);
  const tail = text.slice(offset, Math.min(text.length, offset + BESIDE));
  const place = { start: offset - typed.length, end: offset };
  if (outline.container === 'json-lines') {
    const isAlone = /(?:^|[\r\n])[ \t]*$/.test(around) && /^[ \t]*(?:[\r\n]|$)/.test(tail);
    return isAlone ? { ...place, isOnOneLine: true, behind: '' } : undefined;
  }
  const isList = outline.container === 'records' || outline.container === 'array';
  if (!isList || !/[[,]\s*$/.test(around)) return undefined;
  return { ...place, isOnOneLine: false, behind: /^\s*\{/.test(tail) ? ',' : '' };
}
