import { isCloudTrailRecord } from '../read/evidence';
import type { FieldOrder } from '../read/own/fieldOrder';
import { lackOrganization } from '../read/own/lacksOrganization';
import { ownKindOf } from '../read/own/ownKind';
import { mayHoldOwn } from '../read/own/ownLogs';
import { ORGANIZATION } from '../read/own/valueForm';
import { mayLackOrganization } from '../read/own/valuesBeside';
import type { EventRecord, LogOutline } from '../record';
import { ownRecord } from './analyzeOwn';
import type { Checkpoint } from './checkpoint';
import { OwnBeside } from './ownBeside';

/** No record is shorter. */
const SHORTEST = 30;
/** So much behind an event in a string is looked at for fields of a record that it may stand in. */
const LOOKED_BEHIND = 2000;
const OWN = "WorkMail's own logs";

/**
 * A log of CloudTrail's events with the records of WorkMail's own logs that stand between them, in the order of the text. They are looked
 * for once something between two events names a field of one, so a log without any costs next to nothing.
 *
 * @param reading of the events
 * @param orders of fields that calls have told, for lines of values without names
 */
export function* withOwnRecords(
  text: string,
  reading: Generator<EventRecord | undefined, LogOutline>,
  checkpoint?: Checkpoint,
  orders: readonly FieldOrder[] = [],
): Generator<EventRecord | undefined, LogOutline> {
  let own: OwnBeside | undefined;
  let behind = 0;
  let index = 0;
  let events = 0;
  let mayLack = false;
  // Nothing is known by which a change of such a text could be followed.
  const cannotFollow = (): void => {
    if (checkpoint !== undefined) checkpoint.isUsable = false;
  };
  const look = (end: number): void => {
    if (own !== undefined || end - behind < SHORTEST) return;
    const between = text.slice(behind, end);
    const lacks = mayLackOrganization(between);
    if (lacks) {
      mayLack = true;
      cannotFollow();
    }
    if (!mayHoldOwn(between) && !ORGANIZATION.test(between) && !(lacks && orders.some(lackOrganization))) return;
    const found = new OwnBeside(text, behind, orders);
    own = found;
    if (found.isAny) cannotFollow();
  };
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      look(text.length);
      const lacksNames = mayLack || own?.lacksNames === true;
      if (own === undefined || !own.isAny) return { ...next.value, ...(lacksNames && { lacksNames }) };
      for (const piece of own.before(text.length, behind)) yield ownRecord(piece, index++);
      if (checkpoint !== undefined) checkpoint.wrapping = undefined;
      const problems = own.problemsOf(next.value.problems);
      return { ...next.value, ...(events === 0 && { kind: OWN }), problems, ...(lacksNames && { lacksNames }) };
    }
    const read = next.value;
    if (read === undefined) {
      yield undefined;
      continue;
    }
    const isEvent = isSurely(read);
    if (isEvent && mayBeCut(text, read)) look(read.end);
    const record = (isEvent && own?.cutOff(read)) || read;
    const isInText = record.form !== 'object';
    look(isEvent ? record.start : record.end);
    // What stands in a string may stand in a value of a record, of which other fields come first or behind.
    if (isEvent && isInText) look(Math.min(text.length, record.end + LOOKED_BEHIND));
    for (const piece of own?.before(record.start, behind) ?? []) yield ownRecord(piece, index++);
    if (isEvent && own?.holds(record) === true) continue;
    if (record.form === 'row') {
      look(record.end);
      if (own?.isIn(record) === true) continue;
    }
    if (isEvent) {
      events++;
      behind = record.end;
      own?.addEvent(record);
    } else if (own?.isOneOf(record, text) === true) continue;
    yield record.index === index ? record : { ...record, index };
    index++;
  }
}

/** Whether a record is one of CloudTrail: not what is left of another one, nor one of WorkMail's own logs in columns of both. */
function isSurely({ event, malformed }: EventRecord): boolean {
  if (typeof event?.eventVersion === 'string' || isCloudTrailRecord(event)) return true;
  return malformed !== 'syntax' && ownKindOf(event) === undefined;
}

/** Whether an event is damaged and goes on in another line: one that is cut off takes up what stands behind it. */
function mayBeCut(text: string, { malformed, form, start, end }: EventRecord): boolean {
  return malformed === 'syntax' && form === 'object' && text.slice(start, end).includes('\n{');
}
