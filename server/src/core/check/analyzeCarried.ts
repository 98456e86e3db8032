import { type ForeignPiece, foreignPieces } from '../read/containers/pieces';
import { isReshaped } from '../read/reshaped';
import type { Container, EventRecord, LogOutline } from '../record';
import { problemOfGap } from './judged';
import { placedRecord, reshapedRecord, rowRecord } from './placed';
import { checkSurroundings } from './surroundings';

/** A log of which the events stand inside other JSON, record by record. */
export function* analyzeCarried(text: string, container: Container): Generator<EventRecord, LogOutline> {
  const pieces = foreignPieces(text, container);
  let index = 0;
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) return { container, problems: next.value.map(problemOfGap), kind: undefined };
    yield carriedRecord(text, next.value, index++);
  }
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
