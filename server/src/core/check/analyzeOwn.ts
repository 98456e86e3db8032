import { piecesAmongLines } from '../read/own/amongLines';
import type { FieldOrder } from '../read/own/fieldOrder';
import type { OwnPiece } from '../read/own/ownPiece';
import type { OwnWay } from '../read/own/ownPieces';
import type { EventRecord, LogOutline } from '../record';
import type { Checkpoint } from './checkpoint';
import { problemOfGap } from './checkRecord';

/**
 * A text with records of WorkMail's own logs, record by record; undefined where a caller may pause.
 *
 * @param orders of fields that calls have told, for lines of values without names
 */
export function* analyzeOwn(
  text: string,
  how: OwnWay,
  checkpoint?: Checkpoint,
  orders: readonly FieldOrder[] = [],
): Generator<EventRecord | undefined, LogOutline> {
  // Nothing is known by which a change of the text could be followed: it is read again.
  if (checkpoint !== undefined) checkpoint.isUsable = false;
  const pieces = piecesAmongLines(text, how, orders);
  const kinds = new Set<string>();
  let index = 0;
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) {
      const { form, gaps, lacksNames } = next.value;
      const [only] = kinds;
      const kind = kinds.size === 1 && only !== undefined ? only : "WorkMail's own logs";
      return { container: form, problems: gaps.map(problemOfGap), kind, ...(lacksNames && { lacksNames }) };
    }
    kinds.add(next.value.log.words);
    yield ownRecord(next.value, index++);
  }
}

/** Nothing but broken JSON is wrong in such a record: which fields and values there may be is nowhere said. */
export function ownRecord(
  { start, end, form, value, damages, edits, around, columns }: OwnPiece,
  index: number,
): EventRecord {
  return {
    index,
    start,
    end,
    form,
    event: value,
    service: 'own',
    action: undefined,
    malformed: damages.length > 0 ? 'syntax' : null,
    problems: damages.map(problemOfGap),
    mends: edits,
    ...(around !== undefined && { around }),
    ...(columns && { columns }),
  };
}
