import type { EventRecord, Form, JsonObject, Text, TextEdit } from '../record';
import { applyEdits, toMended, toOriginal } from './edits';
import { unescapeEdits } from './escapes';
import { parseObject } from './whole';

/**
 * A record's text turned into JSON: mended, unescaped, put back into CloudTrail's shape. Each step is a list of edits, so
 * that offsets can be carried through all of them; none of it is kept, and only a record that somebody looks at has one.
 */
export interface View {
  /** The record as JSON. */
  readonly source: string;
  /** Offset in the log to offset in `source`, and back. */
  readonly toSource: (offset: number) => number;
  readonly toLog: (at: number) => number;
}

/** What is needed of a record to read it again. */
export type Readable = Pick<EventRecord, 'start' | 'end' | 'form' | 'mends'>;

export function viewOf(text: Text, record: Readable): View {
  const { start, end, form, mends } = record;
  const steps: (readonly TextEdit[])[] = [];
  let source = text.slice(start, end);
  const take = (edits: readonly TextEdit[]): void => {
    if (edits.length === 0) return;
    steps.push(edits);
    source = applyEdits(source, edits);
  };
  take(mends);
  for (const edits of STEPS[form]) take(edits(source));
  return {
    source,
    toSource: (offset) => steps.reduce((at, edits) => toMended(edits, at), offset - start),
    toLog: (at) => start + steps.reduceRight((offset, edits) => toOriginal(edits, offset), at),
  };
}

/**
 * The event of a record that was kept without it, read once more from its text.
 *
 * @param text the whole log
 * @returns undefined when it can't be read
 */
export function eventOf(text: Text, record: EventRecord): JsonObject | undefined {
  return record.event ?? parseObject(viewOf(text, record).source);
}

type Step = (source: string) => readonly TextEdit[];

const STEPS: Readonly<Record<Form, readonly Step[]>> = {
  object: [],
  text: [unescapeEdits],
  'text-in-text': [unescapeEdits, unescapeEdits],
  'text-in-text-in-text': [unescapeEdits, unescapeEdits, unescapeEdits],
  cell: [],
  reshaped: [],
  row: [],
};
