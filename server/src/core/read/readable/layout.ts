import type { EventRecord } from '../../record';
import { isNoJson, isOfLines } from '../forms/nameForm';
import { standsInText } from '../view';
import { Page } from './page';
import type { Layout } from './pieces';
import type { ReadLog } from './readLog';
import { textBetweenRecords, withoutCommas } from './textBetween';

/**
 * Makes a log readable: one member a line, every value, key and escape as written. Nothing is mended: a damaged record
 * stands as it is, and so does what is wrong between records.
 *
 * Whole records that stand one after another without a list around them get one, so that the text is JSON. Events in
 * strings and cells are shown as the JSON they are, in a list of their own, and lines of values as JSON with the names of their
 * fields, which may stand far above them, or nowhere. Every other table stays a table.
 *
 * @param shown the records to show, by index and in the order to show them; without it the whole log, as it stands
 * @returns after every record control is given back, so that a caller may do other things
 */
export function* layOut(log: ReadLog, shown?: readonly number[]): Generator<void, Layout> {
  const page = new Page(log);
  if (log.outline.container === 'none') anyText(page, log);
  else if (shown !== undefined) yield* picked(page, log, shown);
  else if (hasEventsInTexts(log) && (log.outline.isLayered === true || log.outline.problems.length === 0))
    yield* listOf(page, log, log.records);
  else if (isJson(log)) yield* asWritten(page, log);
  else asItIs(page, log);
  // Behind a text that was cut off, a line feed might be taken for a part of it.
  return page.finish(isUndamaged(log) && page.isLaidOut ? '\n' : '');
}

function* asWritten(page: Page, log: ReadLog): Generator<void> {
  const textsBetween = textBetweenRecords(log);
  const isBare = textsBetween.every((between) => withoutCommas(log.text, between).start === between.end);
  if (log.records.length > 1 && isBare && isUndamaged(log)) {
    yield* listOf(page, log, log.records);
    return;
  }
  for (const [index, record] of log.records.entries()) {
    page.between(textsBetween[index]);
    page.record(record);
    yield;
  }
  page.between(textsBetween[log.records.length]);
}

/** The events alone. */
function* listOf(page: Page, log: ReadLog, records: Iterable<EventRecord>): Generator<void> {
  const show = shower(page, log);
  page.add('[');
  let isFirst = true;
  for (const record of records) {
    if (!isFirst) page.add(',');
    isFirst = false;
    show(record);
    yield;
  }
  page.add(']');
}

/** Some records, or all of them in another order. Of what is wrong between them, nothing is left out with all of them. */
function* picked(page: Page, log: ReadLog, shown: readonly number[]): Generator<void> {
  const records = shown.flatMap((index) => log.records[index] ?? []);
  if (records.length < log.records.length || hasEventsInTexts(log)) {
    yield* listOf(page, log, records);
    return;
  }
  const textsBetween = textBetweenRecords(log);
  const isFramed = isOneList(log);
  const last = textsBetween[log.records.length];
  if (isFramed) page.between(textsBetween[0]);
  else page.add('[');
  let isFirst = true;
  for (const record of records) {
    if (!isFirst) page.add(',');
    isFirst = false;
    const before = textsBetween[record.index];
    if (before?.isDamaged === true) page.between(withoutCommas(log.text, before));
    page.record(record);
    yield;
  }
  if (isFramed) page.between(last);
  else {
    if (last?.isDamaged === true) page.between(withoutCommas(log.text, last));
    page.add(']');
  }
}

/** A text that is no log: laid out where it is JSON. */
function anyText(page: Page, { text }: ReadLog): void {
  const all = { start: 0, end: text.length };
  try {
    JSON.parse(text);
    page.between({ ...all, isDamaged: false });
  } catch {
    page.verbatim(all, -1, true);
  }
}

/** A table, or texts whose surroundings are damaged: not a character is changed. */
function asItIs(page: Page, { text, records }: ReadLog): void {
  let from = 0;
  for (const { start, end, index } of records) {
    page.verbatim({ start: from, end: start }, -1, true);
    page.verbatim({ start, end }, index, true);
    from = end;
  }
  page.verbatim({ start: from, end: text.length }, -1, true);
}

/** One list and nothing wrong around its records: it can be filled in any order. */
function isOneList({ outline }: ReadLog): boolean {
  return (outline.container === 'records' || outline.container === 'array') && outline.problems.length === 0;
}

function isUndamaged({ records, outline }: ReadLog): boolean {
  return outline.problems.length === 0 && records.every(({ malformed }) => malformed !== 'syntax');
}

/** A record as it stands, or the event in its text. */
function shower(page: Page, log: ReadLog): (record: EventRecord) => void {
  return hasEventsInTexts(log) ? (record) => page.event(record) : (record) => page.record(record);
}

function hasEventsInTexts({ records, outline }: ReadLog): boolean {
  return outline.isLayered === true || isOfLines(outline.container) || records.some(isShownAsJson);
}

function isJson({ records, outline }: ReadLog): boolean {
  return !isNoJson(outline.container) && !records.some(isShownAsJson);
}

/** Whether a record is no JSON in the log, and is in the readable text. */
function isShownAsJson({ form, columns }: EventRecord): boolean {
  return standsInText(form) || (form === 'delimited' && columns !== undefined);
}
