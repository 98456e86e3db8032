import type { OwnValueSign } from '../../read/own/ownLog';
import { ownLogNamed } from '../../read/own/ownLogs';
import { columns } from '../columns';
import { ALLOWED, ALLOWED_SHIFT, LOG_MASK, REFUSED } from '../ownColumns';
import type { RowTables } from '../rowTables';
import type { SpeakingRows } from '../speakingRows';
import type { TextTable } from '../texts';
import { FoundOfAlike } from './foundOfAlike';
import { ALL_OPEN, READ, type ReadKinds, readKinds } from './readKinds';

/** Rows of a chunk that are of the mailbox access log and tell of reading, or that something was refused. */
export interface ReadRows {
  readonly each: SpeakingRows;
  /** Places in `chunk.own`, ascending. */
  readonly places: Uint32Array;
}

/** Finds such rows, chunk after chunk; what texts mean is looked at once for all chunks that have one table. */
export class ReadRowsFinder {
  readonly #mailbox = ownLogNamed('mailbox-access')?.number ?? -1;
  readonly #meanings = new Map<RowTables, Meanings>();

  /**
   * @param kinds is given what each row counts as, see `READ`, from its beginning on; it has room for all of the chunk
   * @param places the same for places in `chunk.own`
   * @returns how many there are
   */
  find(each: SpeakingRows, kinds: Uint8Array, places: Uint32Array): number {
    const { own, tables, particulars } = each.chunk;
    const meanings = this.#meanings.get(tables) ?? meaningsIn(tables, own.texts);
    this.#meanings.set(tables, meanings);
    const kindAt = this.#kindAt(each, meanings);
    const { rows } = own;
    const what = particulars.alike?.what;
    const found = what && meanings.kindsOfWhat.of(what, kindAt);
    const count =
      what === undefined || found === undefined
        ? keptOf(own.count, kindAt, kinds, places)
        : keptAlike(what, found, kinds, places);
    if (each.rows.length === each.chunk.count) return count;
    const speaks = isSpeaking(each);
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const place = places[at] ?? 0;
      if (!speaks(rows[place] ?? 0)) continue;
      places[kept] = place;
      kinds[kept++] = kinds[at] ?? 0;
    }
    return kept;
  }

  /** What a row counts as, 0 for nothing. */
  #kindAt({ chunk }: SpeakingRows, { isService, actOf, objectOf, kindOf }: Meanings): (place: number) => number {
    const mailbox = this.#mailbox;
    const { own } = chunk;
    const { rows } = own;
    const states = own.audit('state');
    const objectTypes = own.audit('object');
    const attachments = own.audit('attachment');
    const protocols = own.audit('protocol');
    const calls = chunk.column(columns.call);
    return (place) => {
      const state = states[place] ?? 0;
      if ((state & LOG_MASK) !== mailbox) return 0;
      const allowed = (state >> ALLOWED_SHIFT) & 3;
      const act = actOf(calls[rows[place] ?? 0] ?? 0);
      let kind = 0;
      if (allowed === REFUSED) kind = READ.refused;
      else if (allowed === ALLOWED) kind = kindOf(act, objectOf(objectTypes[place] ?? 0), attachments[place] !== 0);
      else kind = ALL_OPEN | READ.openRefused | (act === 0 ? READ.beside : 0);
      return kind === 0 || isService(protocols[place] ?? 0) === 1 ? 0 : kind;
    };
  }
}

/** @returns how many of the rows count as anything */
function keptOf(rows: number, kindAt: (place: number) => number, kinds: Uint8Array, places: Uint32Array): number {
  let count = 0;
  for (let place = 0; place < rows; place++) {
    const kind = kindAt(place);
    if (kind === 0) continue;
    places[count] = place;
    kinds[count++] = kind;
  }
  return count;
}

/** The same of rows that have something in common. @param found by that what they count as, plus one */
function keptAlike(what: Uint32Array, found: Uint32Array, kinds: Uint8Array, places: Uint32Array): number {
  let count = 0;
  for (let place = 0; place < what.length; place++) {
    const more = found[what[place] ?? 0] ?? 0;
    if (more <= 1) continue;
    places[count] = place;
    kinds[count++] = more - 1;
  }
  return count;
}

/** What numbers of one table mean. */
interface Meanings {
  /** What WorkMail itself does is nobody's reading. */
  readonly isService: (text: number) => number;
  readonly actOf: (call: number) => number;
  readonly objectOf: (text: number) => number;
  readonly kindOf: ReadKinds['kindOf'];
  readonly kindsOfWhat: FoundOfAlike;
}

function meaningsIn(tables: RowTables, texts: TextTable): Meanings {
  const known = readKinds();
  const services = new Set(ownLogNamed('mailbox-access')?.byName.get('protocol')?.values?.flatMap(serviceName));
  return {
    isService: numbered((text) => (services.has(texts.textOf(text).toLowerCase()) ? 1 : 0)),
    actOf: numbered((call) => known.actOf(tables.callText(call, 'action'))),
    objectOf: numbered((text) => known.objectOf(texts.textOf(text))),
    kindOf: known.kindOf,
    kindsOfWhat: new FoundOfAlike(),
  };
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
