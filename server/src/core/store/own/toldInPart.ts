import { callTexts, columns } from '../columns';
import { ALLOWED_SHIFT, NOT_SAID, OWN_WIDTH } from '../ownColumns';
import type { RowChunk } from '../rowChunk';
import { contentKey, contentParts, partOf, timeNumbers, toldBy, WHAT } from './contentKey';

/** What a record says of its own beside its log, time and request, as parts of its content. What follows from these is left out. */
const TOLD: readonly number[] = [
  ...Array.from({ length: OWN_WIDTH - 1 }, (_, at) => partOf.columns + at),
  partOf.call + callTexts.indexOf('action'),
  partOf.call + callTexts.indexOf('region'),
  partOf.call + callTexts.indexOf('account'),
  partOf.address,
  partOf.userAgent,
  partOf.organization,
];
/** Behind them stands whether it was allowed. */
const SAYS_ALLOWED = 1 << TOLD.length;
const ALLOWED_BITS = 3;
/** And whether its time has thousandths of a second. */
const SAYS_THOUSANDTHS = SAYS_ALLOWED << 1;

/** Whether a record says itself when it happened: else none is known to be a part of it. One that does not say in which request may only have left out thousandths. */
export function mayBePart(chunk: RowChunk, row: number): boolean {
  const place = chunk.own.placeOf(row);
  return place >= 0 && toldBy(chunk, place) === 'time';
}

/** A bit for each thing that a record of WorkMail's own logs says. Looks at numbers alone. @param isInSeconds see `TimesInSeconds` */
export function saidBy(chunk: RowChunk, row: number, isInSeconds: boolean): number {
  return isInSeconds ? fieldsOf(chunk, row) : fieldsOf(chunk, row) | SAYS_THOUSANDTHS;
}

function fieldsOf(chunk: RowChunk, row: number): number {
  const { own, tables, particulars } = chunk;
  const place = own.placeOf(row);
  const call = chunk.call(row);
  let said = 0;
  for (const [bit, part] of TOLD.entries()) {
    const number =
      part < partOf.call
        ? own.numberIn(part - partOf.columns + 1, place)
        : part < partOf.principal
          ? tables.calls.at(call, part - partOf.call)
          : part === partOf.organization
            ? particulars.organizationNumber(row)
            : chunk.number(row, part === partOf.address ? columns.address : columns.userAgent);
    if (number !== 0) said |= 1 << bit;
  }
  const state = own.told.numbers[place] ?? 0;
  return ((state >> ALLOWED_SHIFT) & ALLOWED_BITS) === NOT_SAID ? said : said | SAYS_ALLOWED;
}

/** Of what a record says: its log, time, request and some of the rest, as a text that others have that say the same. @param said bits as `saidBy` gives */
export function textOfSaid(chunk: RowChunk, row: number, said: number): string {
  const place = chunk.own.placeOf(row);
  const parts = contentParts(contentKey(chunk, place));
  const what = (chunk.own.told.numbers[place] ?? 0) & WHAT;
  const log = (said & SAYS_ALLOWED) === 0 ? what & ~(ALLOWED_BITS << ALLOWED_SHIFT) : what;
  const texts = TOLD.flatMap((part, bit) => ((said & (1 << bit)) === 0 ? [] : (parts[part] ?? '')));
  const [seconds] = timeNumbers(parts[partOf.when] ?? '');
  const when = (said & SAYS_THOUSANDTHS) === 0 ? seconds : parts[partOf.when];
  // Without a request all has to be the same: of two attempts in one second one may leave out what the other says.
  const fields = chunk.hasRequestID(row) ? 0 : fieldsOf(chunk, row);
  return JSON.stringify([log, when, parts[partOf.request], fields, ...texts]);
}
