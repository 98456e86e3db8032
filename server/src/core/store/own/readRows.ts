import { ownLogNamed } from '../../read/own/ownLogs';
import { columns } from '../columns';
import { ALLOWED, ALLOWED_SHIFT, LOG_MASK, REFUSED } from '../ownColumns';
import type { SpeakingRows } from '../speakingRows';

/** What a row of the mailbox access log counts as: one of these, or none, and beside it what it leaves open. */
export const READ = {
  /** The content of one message. */
  item: 1,
  /** A folder itself, or the list of what is in it. */
  folder: 2,
  attachment: 3,
  /** It was tried and not allowed. */
  refused: 4,
  /** What of these it is. */
  kind: 7,
  openItems: 8,
  openFolders: 16,
  openAttachments: 32,
  openRefused: 64,
  /** It may leave something open, and tells of no reading. */
  beside: 128,
} as const;

const OPEN = READ.openItems | READ.openFolders | READ.openAttachments;

/** Rows of the mailbox access log that tell of reading, or that something was refused. */
export interface ReadRows {
  readonly each: SpeakingRows;
  /** Places in `chunk.own`, ascending. */
  readonly places: Uint32Array;
  /** What each counts as: see `READ`. */
  readonly kinds: Uint8Array;
}

/** Acts that read, and objects: where the log says neither, it is `open`. */
const acts: Readonly<Record<string, number>> = { read: 1, read_attachment: 2, read_summary: 3, '': 4 };
const objects: Readonly<Record<string, number>> = { message: 1, attachment: 2, folder: 3, '': 4 };
const [READS, READS_ATTACHMENT, LISTS] = [1, 2, 3];
const [MESSAGE, ATTACHMENT, FOLDER] = [1, 2, 3];
const OPEN_ACT = 4;
const OPEN_OBJECT = 4;

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
  const actOf = numbered((call) => named(acts, chunk.tables.callText(call, 'action')));
  const objectOf = numbered((text) => named(objects, own.texts.textOf(text)));
  const places = new Uint32Array(own.count);
  const kinds = new Uint8Array(own.count);
  let count = 0;
  for (let place = 0; place < own.count; place++) {
    const state = states[place] ?? 0;
    const row = own.rows[place] ?? 0;
    if ((state & LOG_MASK) !== mailbox || !speaks(row)) continue;
    const allowed = (state >> ALLOWED_SHIFT) & 3;
    const act = actOf(calls[row] ?? 0);
    let kind = 0;
    if (allowed === REFUSED) kind = READ.refused;
    else if (allowed === ALLOWED) kind = readKind(act, objectOf(objectTypes[place] ?? 0), attachments[place] !== 0);
    else kind = OPEN | READ.openRefused | (act === 0 ? READ.beside : 0);
    if (kind === 0) continue;
    places[count] = place;
    kinds[count++] = kind;
  }
  return { each, places: places.subarray(0, count), kinds: kinds.subarray(0, count) };
}

/** What was done by an act that was allowed. The preview of a message is part of a list, and counts for nothing of its own. */
function readKind(act: number, object: number, hasAttachment: boolean): number {
  if (act === READS_ATTACHMENT) return READ.attachment;
  if (act === LISTS) return object === FOLDER ? READ.folder : object === OPEN_OBJECT ? READ.openFolders : 0;
  if (act === READS) {
    if (object === OPEN_OBJECT) return hasAttachment ? READ.attachment : READ.openItems | READ.openFolders;
    return object === MESSAGE
      ? READ.item
      : object === FOLDER
        ? READ.folder
        : object === ATTACHMENT
          ? READ.attachment
          : 0;
  }
  if (act !== OPEN_ACT) return 0;
  if (object === OPEN_OBJECT) return OPEN;
  if (object === FOLDER) return READ.openFolders;
  if (object === ATTACHMENT) return READ.openAttachments;
  return object === MESSAGE ? READ.openItems | READ.openAttachments : 0;
}

function named(numbers: Readonly<Record<string, number>>, name: string): number {
  const small = name.toLowerCase();
  return Object.hasOwn(numbers, small) ? (numbers[small] ?? 0) : 0;
}

/** Of so many numbers it is kept what was found last. */
const KEPT = 256;

/** A function of numbers that mostly are few, asked once for each. */
function numbered(numberOf: (number: number) => number): (number: number) => number {
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
