import { toOriginalInOrder } from '../read/edits';
import { unescaped, unescapeEdits } from '../read/escapes';
import { type View, viewOf } from '../read/view';
import type { EventRecord, Span, Text } from '../record';
import type { NamedKinds } from './fieldKinds';
import type { Found } from './found';
import { walkRecord } from './recordPlaces';
import { apart, outside, type ValueFinds } from './valueFinds';

/** What is replaced in a record, in offsets of the log, and what else its fields say that is of use. */
export interface RecordFinds {
  readonly found: readonly Found[];
  /** Values that stay, and names of fields: they are not looked for elsewhere. */
  readonly kept: readonly string[];
}

/**
 * Finds what is replaced in one record, whatever it stands in.
 *
 * @param needsPlaces false where only what is found matters, which then has no offsets of the log
 * @returns undefined where it can't be said where the values stand in the log, or the record is no JSON
 */
export function findInRecord(
  text: string,
  record: EventRecord,
  names: NamedKinds,
  finds: ValueFinds,
  needsPlaces = true,
): RecordFinds | undefined {
  const view = viewOf(text, record);
  const place = placer(text, record, view);
  const found: Found[] = [];
  const kept: string[] = [];
  const looked: Found[] = [];
  const direct = isDirect(record);
  let isPlaced = true;
  const end = walkRecord(view.source, record.action, names, ({ start, end, part, kind }) => {
    if (!isPlaced) return;
    const written = view.source.slice(start, end);
    const hasEscapes = part !== 'number' && written.includes('\\');
    const value = hasEscapes ? unescaped(written) : written;
    const within = part === 'number' ? inNumber(kind === 'account', value, finds) : finds.inValue(kind, value);
    if (kind === 'keep' && within.length === 0 && value.length <= LONGEST_KEPT) kept.push(value);
    if (within.length === 0 && direct) return;
    if (direct && !needsPlaces) {
      for (const each of within) found.push(each);
      return;
    }
    const placed = place({ start, end }, written, value, within);
    if (placed.looked !== undefined && !direct) {
      looked.push({ start: placed.looked.start, end: placed.looked.end, as: 'known', original: '' });
    }
    if (placed.found === undefined) isPlaced = false;
    else for (const each of placed.found) found.push(each);
  });
  if (!isPlaced || end !== view.source.length) return undefined;
  if (direct) return { found, kept };
  // What mending takes out, and what a row or a tool says twice, is in no field.
  const others = outside(finds.inRaw(text, record.start, record.end), apart(looked));
  return { found: apart([...found, ...others]), kept };
}

/** What the fields of a record say, wherever in the log that stands: `found` has no offsets. Undefined where the record is no JSON. */
export function saidInRecord(
  text: string,
  record: EventRecord,
  names: NamedKinds,
  finds: ValueFinds,
): RecordFinds | undefined {
  const { source } = viewOf(text, record);
  const found: Found[] = [];
  const kept: string[] = [];
  const end = walkRecord(source, record.action, names, ({ start, end, part, kind }) => {
    const written = source.slice(start, end);
    const value = part === 'number' ? written : unescaped(written);
    const within = part === 'number' ? inNumber(kind === 'account', value, finds) : finds.inValue(kind, value);
    if (kind === 'keep' && within.length === 0 && value.length <= LONGEST_KEPT) kept.push(value);
    for (const each of within) found.push(each);
  });
  return end === source.length ? { found, kept } : undefined;
}

/** Whether a record stands in the log as it reads, if only with escapes. */
function isDirect({ form, mends }: EventRecord): boolean {
  return form !== 'row' && form !== 'reshaped' && mends.length === 0;
}

/** An event in a message in a message, and JSON in its values: nothing writes strings in strings deeper. */
const DEEPEST = 8;

/** Longer ones are told by nobody elsewhere. */
const LONGEST_KEPT = 64;

/** Programs write account ids as numbers; other numbers of so many digits are counts and times. */
function inNumber(isAccount: boolean, digits: string, finds: ValueFinds): readonly Found[] {
  return isAccount && digits.length === 12 ? finds.inValue('account', digits) : [];
}

/** What is found in a value, in offsets of the log, and the stretch that is this value and nothing else. */
interface Placed {
  /** Undefined where a place can't be said. */
  readonly found: readonly Found[] | undefined;
  readonly looked?: Span;
}

type Place = (span: Span, written: string, value: string, within: readonly Found[]) => Placed;

/** Finds the places of stretches in the log, and sees that it says there what it says in the record. */
function placer(text: Text, record: EventRecord, view: View): Place {
  const way = record.form === 'row' ? undefined : view.inOrder?.();
  const isSame = record.form === 'object' && record.mends.length === 0;
  return (span, written, value, within) => {
    const steps = written === value ? undefined : toOriginalInOrder(unescapeEdits(written));
    if (way === undefined) return inCell(text, view.spanInLog(span), value, within);
    const start = isSame ? record.start + span.start : way(span.start);
    const found: Found[] = [];
    for (const each of within) {
      const from = span.start + (steps?.(each.start) ?? each.start);
      const to = span.start + (steps?.(each.end) ?? each.end);
      const inLog = isSame
        ? { start: record.start + from, end: record.start + to }
        : { start: way(from), end: way(to) };
      if (!isSame && !says(text.slice(inLog.start, inLog.end), each.original)) return { found: undefined };
      found.push({ start: inLog.start, end: inLog.end, as: each.as, original: each.original });
    }
    const end = isSame ? record.start + span.end : way(span.end);
    return says(text.slice(start, end), value) ? { found, looked: { start, end } } : { found };
  };
}

/** A cell may be written in another way than its value: then the stretches are looked for in it, one behind the other. */
function inCell(text: Text, whole: Span, value: string, within: readonly Found[]): Placed {
  const isQuoted = /^"[\s\S]*"$/.test(text.slice(whole.start, whole.end)) && !value.startsWith('"');
  const cell = isQuoted ? { start: whole.start + 1, end: whole.end - 1 } : whole;
  const written = text.slice(cell.start, cell.end);
  if (written === value) {
    const found = within.map((each) => ({ ...each, start: cell.start + each.start, end: cell.start + each.end }));
    return { found, looked: cell };
  }
  const spans = spelledIn(
    written,
    within.map(({ original }) => original),
  );
  const found = spans?.flatMap(({ start, end }, at): readonly Found[] => {
    const each = within[at];
    return each === undefined ? [] : [{ ...each, start: cell.start + start, end: cell.start + end }];
  });
  if (found === undefined) return { found };
  return says(written, value) ? { found, looked: cell } : { found };
}

/** Where texts stand in a cell that may hold more, one behind the other, however deep it is in strings of strings. */
function spelledIn(written: string, originals: readonly string[]): readonly Span[] | undefined {
  const steps: ((offset: number) => number)[] = [];
  let said = written;
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const spans = oneBehindTheOther(said, originals);
    const out = (offset: number): number => steps.reduce((at, step) => step(at), offset);
    if (spans !== undefined) return spans.map(({ start, end }) => ({ start: out(start), end: out(end) }));
    const next = unescaped(said);
    if (next === said) return undefined;
    steps.unshift(toOriginalInOrder(unescapeEdits(said)));
    said = next;
  }
  return undefined;
}

function oneBehindTheOther(said: string, originals: readonly string[]): readonly Span[] | undefined {
  const spans: Span[] = [];
  let from = 0;
  for (const original of originals) {
    const spelling = [original, original.replaceAll('"', '""')].find((one) => said.includes(one, from));
    if (spelling === undefined) return undefined;
    const start = said.indexOf(spelling, from);
    from = start + spelling.length;
    spans.push({ start, end: from });
  }
  return spans;
}

/** Whether a stretch of the log is a spelling of a text, in strings of strings or in a cell. */
function says(written: string, original: string): boolean {
  let said = written;
  for (let depth = 0; said !== original; depth++) {
    const next = unescaped(said.replaceAll('""', '"'));
    if (next === said || depth >= DEEPEST) return false;
    said = next;
  }
  return true;
}
