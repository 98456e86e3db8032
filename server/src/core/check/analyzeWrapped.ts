import { isLast } from '../read/own/lastOfText';
import { isPlacement, pieceAgain, type WrappedPiece, wrappedPieces } from '../read/pieces';
import { type Recognized, recognize } from '../read/recognize';
import { ofRecord } from '../read/repairs/proposal';
import { isReshaped } from '../read/reshaped';
import type { PlaceInPart } from '../read/wrapped/placement';
import type { EventRecord, Form, LogOutline } from '../record';
import { embeddedRecord, reshapedRecord, rowRecord } from './checkEmbedded';
import type { Checkpoint, Wrapping } from './checkpoint';
import { problemOfGap } from './checkRecord';
import { checkSurroundings, repeatsFields } from './repeatedFields';

/**
 * A log of which the events stand inside other JSON, record by record; undefined where a caller may pause.
 *
 * @param found what the text was recognised to be
 * @param checkpoint takes down how its events stand in it
 */
export function* analyzeWrapped(
  text: string,
  found: Exclude<Recognized, { kind: 'none' | 'native' | 'own' }>,
  checkpoint?: Checkpoint,
): Generator<EventRecord | undefined, LogOutline> {
  const pieces = wrappedPieces(text, found);
  let index = 0;
  let repeats = false;
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) {
      const { form, under, gaps, placement } = next.value;
      if (checkpoint !== undefined && placement !== undefined) checkpoint.wrapping = { placement, repeats };
      // Where no form is known, the place names it.
      const kind = under === undefined || under === '' ? undefined : `CloudTrail events under ${under}`;
      return { container: form, problems: gaps.map(problemOfGap), kind };
    }
    const event = next.value;
    if (event === undefined) {
      yield undefined;
      continue;
    }
    repeats ||= repeatsFields(event.around);
    yield wrappedRecord(text, event, index++);
  }
}

/**
 * The record of an event once more, after a change inside of it: see `pieceAgain`.
 *
 * @returns the record in offsets of the part; undefined where it takes the whole log to say how it reads now
 */
export function wrappedRecordAgain(
  part: string,
  { form, index, place }: { readonly form: Form; readonly index: number; readonly place: PlaceInPart },
  { placement, repeats }: Wrapping,
): EventRecord | undefined {
  const event = pieceAgain(part, form, place, { placement, needsAround: repeats });
  return event && wrappedRecord(part, event, index);
}

/** Whether the beginning of a log tells that it is what it was before. */
export function tellsWrapping(beginning: string, { placement }: Wrapping): boolean {
  return recognize(beginning).kind === placement.kind && isPlacement(beginning, placement);
}

/** The record of an event that stands in other text. */
export function wrappedRecord(text: string, event: WrappedPiece, index: number): EventRecord {
  const { start, end, form, source, value, edits, around } = event;
  // The text goes on behind a string that ends in the middle of an event.
  const damages = event.damages.length === 0 || isLast(text, end) ? event.damages : event.damages.map(ofRecord);
  const alone = { source, value, damages, edits };
  if (form === 'row') return rowRecord(alone, event, index);
  const record =
    form === 'object' && value !== undefined && damages.length === 0 && isReshaped(value)
      ? reshapedRecord(text, { start, end }, index)
      : embeddedRecord(text, alone, { start, end, form }, index);
  const more = checkSurroundings(record, around);
  return more.length === 0 ? record : { ...record, problems: [...record.problems, ...more] };
}
