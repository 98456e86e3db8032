import type { Form, Span, TextEdit } from '../../record';
import { applyEdits } from '../edits';
import { isCloudTrailRecord, namesAnEvent } from '../evidence';
import { type Offsets, offsetsOf } from '../layers/offsets';
import { mend } from '../mend';
import { parseObject } from '../whole';
import type { Embedded } from '../wrapped/embedded';
import { eventsIn, isEvent, isSound } from '../wrapped/textEvents';

/** The events in a cell of a CSV file. Whatever the cell holds, it is read like a text of its own. */

/** How an event stands in the log that stands like this in what the cell says. */
const IN_CELL: Readonly<Partial<Record<Form, Form>>> = {
  object: 'cell',
  text: 'text-in-cell',
  'text-in-text': 'text-in-text-in-cell',
  'text-in-text-in-text': 'text-in-text-in-text-in-cell',
};

/**
 * The events in the content of a cell that stands in quotes.
 *
 * @param isOfEvents the cells of the column hold events: what is left of one there is listed
 * @returns in the order of the text, with offsets of `text`
 */
export function eventsInCell(text: string, { start, end }: Span, isOfEvents = false): readonly Embedded[] {
  const raw = text.slice(start, end);
  const steps = cellEdits(raw);
  const source = applyEdits(raw, steps);
  const value = parseObject(source);
  if (isCloudTrailRecord(value)) return [{ start, end, form: 'cell', source, value, damages: [], edits: [] }];
  if (!namesAnEvent(source)) return [];
  const found = eventsIn(source);
  const one = value === undefined && /^\s*\{/.test(source) && !found.some(isSound) ? mended(source) : undefined;
  if (one !== undefined && (isCloudTrailRecord(one.value) || (isOfEvents && found.length === 0 && isEvent(one))))
    return [inCell(one, start, offsetsOf(steps))];
  const offsets = offsetsOf(steps);
  return found.map((event) => inCell(event, start, offsets));
}

/** The same for the stretch of a line that is damaged: only what is whole is believed. */
export function soundEventsInDoubledQuotes(text: string, { start, end }: Span): readonly Embedded[] {
  const raw = text.slice(start, end);
  const steps = cellEdits(raw);
  const offsets = offsetsOf(steps);
  return eventsIn(applyEdits(raw, steps))
    .filter(isSound)
    .map((event) => inCell(event, start, offsets));
}

/** What fills its cell and is damaged. */
function mended(source: string): Embedded {
  const { damages, edits } = mend(source, {
    endsLog: true,
    isBare: true,
    ending: (at) => (source.slice(at).trim() === '' ? 'sure' : 'no'),
  });
  const value = parseObject(applyEdits(source, edits));
  return { start: 0, end: source.length, form: 'object', source, value, damages, edits };
}

/** An event of what a cell says, in offsets of the log. */
function inCell(event: Embedded, cell: number, { outward }: Offsets): Embedded {
  const start = outward(event.start);
  const inLog = (at: number): number => outward(event.start + at) - start;
  const rewritten = (edit: TextEdit): TextEdit => ({
    start: inLog(edit.start),
    end: inLog(edit.end),
    text: edit.text.replaceAll('"', '""'),
  });
  return {
    ...event,
    start: cell + start,
    end: cell + outward(event.end),
    form: IN_CELL[event.form] ?? event.form,
    damages: event.damages.map((damage) => ({
      ...damage,
      span: { start: inLog(damage.span.start), end: inLog(damage.span.end) },
      edits: damage.edits.map(rewritten),
    })),
    edits: event.edits.map(rewritten),
  };
}

/** A cell writes each of its quotes twice. */
export function cellEdits(content: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = content.indexOf('""'); at >= 0; at = content.indexOf('""', at + 2)) {
    edits.push({ start: at, end: at + 2, text: '"' });
  }
  return edits;
}
