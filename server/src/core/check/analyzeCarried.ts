import type { Manner, PlaceInPart } from '../read/containers/manner';
import { type ForeignPiece, foreignPieces, isManner, pieceAgain } from '../read/containers/pieces';
import { containerOf } from '../read/recognize';
import { isReshaped } from '../read/reshaped';
import type { Container, EventRecord, Form, LogOutline } from '../record';
import { problemOfGap } from './judged';
import { placedRecord, reshapedRecord, rowRecord } from './placed';
import { checkSurroundings, repeatsFields } from './surroundings';
import type { Trace } from './trace';

/** What is to be known of a log to read one of its events once more after a change inside of it. */
export interface Carrying {
  readonly container: Container;
  readonly manner: Manner;
  /** What some event came in repeats fields of it. */
  readonly repeats: boolean;
}

/**
 * A log of which the events stand inside other JSON, record by record.
 *
 * @param trace takes down how its events stand in it
 */
export function* analyzeCarried(text: string, container: Container, trace?: Trace): Generator<EventRecord, LogOutline> {
  const pieces = foreignPieces(text, container);
  let index = 0;
  let repeats = false;
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) {
      const { gaps, manner } = next.value;
      if (trace !== undefined && manner !== undefined) trace.carrying = { container, manner, repeats };
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
