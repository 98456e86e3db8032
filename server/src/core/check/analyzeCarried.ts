import type { PlaceInPart } from '../read/containers/manner';
import { type ForeignPiece, foreignPieces, isManner, pieceAgain } from '../read/containers/pieces';
import { containerOf } from '../read/recognize';
import { isReshaped } from '../read/reshaped';
import type { Container, EventRecord, Form, LogOutline } from '../record';
import { placedRecord, reshapedRecord, rowRecord } from './checkEmbedded';
import type { Carrying, Checkpoint } from './checkpoint';
import { problemOfGap } from './checkRecord';
import { checkSurroundings, repeatsFields } from './repeatedFields';

/**
 * A log of which the events stand inside other JSON, record by record.
 *
 * @param checkpoint takes down how its events stand in it
 */
export function* analyzeCarried(
  text: string,
  container: Container,
  checkpoint?: Checkpoint,
): Generator<EventRecord, LogOutline> {
  const pieces = foreignPieces(text, container);
  let index = 0;
  let repeats = false;
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) {
      const { gaps, manner } = next.value;
      if (checkpoint !== undefined && manner !== undefined) checkpoint.carrying = { container, manner, repeats };
      return { container, problems: gaps.map(problemOfGap), kind: undefined };
    }
    repeats ||= repeatsFields(next.value.around);
    yield carriedRecord(text, next.value, index++);
  }
}

/**
 * The record of an event once more, after a change inside of it: see `pieceAgain`.
 *
 * @returns the record in offsets of the part; undefined where it takes the whole log to say how it reads now
 */
export function carriedRecordAgain(
  part: string,
  { form, index, place }: { readonly form: Form; readonly index: number; readonly place: PlaceInPart },
  { container, manner, repeats }: Carrying,
): EventRecord | undefined {
  const event = pieceAgain(part, form, place, { container, manner, needsAround: repeats });
  return event && carriedRecord(part, event, index);
}

/** Whether the beginning of a log tells that it is what it was before. */
export function tellsCarrying(beginning: string, { container, manner }: Carrying): boolean {
  return isManner(beginning, manner) && containerOf(beginning) === container;
}

function carriedRecord(text: string, event: ForeignPiece, index: number): EventRecord {
  const { start, end, form, source, value, damages, edits, around } = event;
  const alone = { source, value, damages, edits };
  if (form === 'row') return rowRecord(alone, event, index);
  const record =
    form === 'object' && value !== undefined && damages.length === 0 && isReshaped(value)
      ? reshapedRecord(text, { start, end }, index)
      : placedRecord(text, alone, { start, end, form }, index);
  const more = checkSurroundings(record, around);
  return more.length === 0 ? record : { ...record, problems: [...record.problems, ...more] };
}
