import { applyEdits } from '../read/edits';
import type { Proposal } from '../read/repairs/proposal';
import { reshapingEdits } from '../read/reshaped';
import { viewOf } from '../read/view';
import { parseObject } from '../read/whole';
import type { EventRecord, Form, JsonObject, Problem, Span, TextEdit } from '../record';
import { isMailCall } from '../record';
import { lostAccounts } from './accountId';
import { actionOf, problemOfGap, recordOf } from './checkRecord';
import { serviceOf } from './service';

/** An event's own text as JSON or broken JSON, apart from the log it comes from. */
export interface Alone {
  readonly source: string;
  readonly value: JsonObject | undefined;
  /** In offsets of the log, relative to the record's start. */
  readonly damages: readonly Proposal[];
  readonly edits: readonly TextEdit[];
}

/** The event is checked as if it stood alone, then put in its place. */
export function embeddedRecord(
  text: string,
  { source, value, damages, edits }: Alone,
  place: Span & { readonly form: Form },
  index: number,
): EventRecord {
  const alone = recordOf(source, { start: 0, end: source.length, value, damages, edits }, index);
  const record = { ...alone, start: place.start, end: place.end, form: place.form };
  return { ...record, problems: problemsInLog(text, record) };
}

/** An event that a tool has changed, checked as it was before. */
export function reshapedRecord(text: string, place: Span, index: number): EventRecord {
  const written = text.slice(place.start, place.end);
  const source = applyEdits(written, reshapingEdits(written));
  const alone = { source, value: parseObject(source), damages: [], edits: [] };
  return embeddedRecord(text, alone, { ...place, form: 'reshaped' }, index);
}

/**
 * A row of a table holds a part of a record at most, as text: nothing can be said of what it lacks, nor of the types of its
 * values. What a spreadsheet has made of account ids shows all the same.
 */
export function rowRecord(
  { value, damages, edits }: Alone,
  place: Span & Pick<EventRecord, 'form' | 'columns'>,
  index: number,
): EventRecord {
  const service = serviceOf(value);
  const action = actionOf(value, service);
  const base = {
    index,
    start: place.start,
    end: place.end,
    form: place.form,
    event: value,
    service,
    action,
    mends: edits,
    ...(place.columns && { columns: place.columns }),
  };
  if (damages.length > 0) return { ...base, malformed: 'syntax', problems: damages.map(problemOfGap) };
  return { ...base, malformed: null, problems: value === undefined || !isMailCall(service) ? [] : lostAccounts(value) };
}

/** Spans of problems that JSON could read count in the event's own text; those of broken JSON count in the log already. */
function problemsInLog(text: string, record: EventRecord): readonly Problem[] {
  const { start, malformed, problems } = record;
  if (malformed === 'syntax' || problems.every(({ span }) => span === undefined)) return problems;
  const { spanInLog } = viewOf(text, record);
  return problems.map((problem) => {
    if (problem.span === undefined) return problem;
    const span = spanInLog(problem.span);
    return { ...problem, span: { start: span.start - start, end: span.end - start } };
  });
}
