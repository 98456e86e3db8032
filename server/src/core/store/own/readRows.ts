import type { OwnValueSign } from '../../read/own/ownLog';
import { ownLogNamed } from '../../read/own/ownLogs';
import { columns } from '../columns';
import { ALLOWED, ALLOWED_SHIFT, LOG_MASK, REFUSED } from '../ownColumns';
import type { SpeakingRows } from '../speakingRows';
import { ALL_OPEN, READ, readKinds } from './readKinds';

/** Rows of the mailbox access log that tell of reading, or that something was refused. */
export interface ReadRows {
  readonly each: SpeakingRows;
  /** Places in `chunk.own`, ascending. */
  readonly places: Uint32Array;
  /** What each counts as: see `READ`. */
  readonly kinds: Uint8Array;
}

/** The rows of a chunk that tell of reading, or that something was refused. */
export function readRowsIn(each: SpeakingRows): ReadRows {
  const { chunk } = each;
  const { own } = chunk;
  const mailbox = ownLogNamed('mailbox-access')?.number ?? -1;
  const speaks = isSpeaking(each);
  const states = own.audit('state');
  const objectTypes = own.audit('object');
  const attachments = own.audit('attachment');
  const calls = chunk.column(columns.call);
  const known = readKinds();
  const protocols = own.audit('protocol');
  const services = new Set(ownLogNamed('mailbox-access')?.byName.get('protocol')?.values?.flatMap(serviceName));
  // What WorkMail itself does is nobody's reading.
  const isService = numbered((text) => (services.has(own.texts.textOf(text).toLowerCase()) ? 1 : 0));
  const actOf = numbered((call) => known.actOf(chunk.tables.callText(call, 'action')));
  const objectOf = numbered((text) => known.objectOf(own.texts.textOf(text)));
  const places = new Uint32Array(own.count);
  const kinds = new Uint8Array(own.count);
  let count = 0;
  for (let place = 0; place < own.count; place++) {
    const state = states[place] ?? 0;
    const row = own.rows[place] ?? 0;
    if ((state & LOG_MASK) !== mailbox || !speaks(row) || isService(protocols[place] ?? 0) === 1) continue;
    const allowed = (state >> ALLOWED_SHIFT) & 3;
    const act = actOf(calls[row] ?? 0);
    let kind = 0;
    if (allowed === REFUSED) kind = READ.refused;
    else if (allowed === ALLOWED) kind = known.kindOf(act, objectOf(objectTypes[place] ?? 0), attachments[place] !== 0);
    else kind = ALL_OPEN | READ.openRefused | (act === 0 ? READ.beside : 0);
    if (kind === 0) continue;
    places[count] = place;
    kinds[count++] = kind;
  }
  return { each, places: places.subarray(0, count), kinds: kinds.subarray(0, count) };
}

function serviceName({ value, isService }: OwnValueSign): readonly string[] {
  return isService === true ? [value.toLowerCase()] : [];
}

/** Of so many numbers it is kept what was found last. */
const KEPT = 256;

/** A function of numbers that mostly are few; what it gives has room in a byte. */
export function numbered(numberOf: (number: number) => number): (number: number) => number {
  const numbers = new Int32Array(KEPT).fill(-1);
  const found = new Uint8Array(KEPT);
  return (number) => {
    const at = number % KEPT;
    if (numbers[at] !== number) {
      found[at] = numberOf(number);
      numbers[at] = number;
    }
    return found[at] ?? 0;
  };
}

/** Whether a row speaks for an event: nearly always all do. */
export function isSpeaking({ chunk, rows }: SpeakingRows): (row: number) => boolean {
  if (rows.length === chunk.count) return () => true;
  const speaking = new Uint8Array(chunk.count);
  for (const row of rows) speaking[row] = 1;
  return (row) => speaking[row] === 1;
}
