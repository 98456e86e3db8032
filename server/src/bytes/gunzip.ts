import type { ReadNote } from '../logFiles';
import { isGzip, isMagic, isPlausible } from './gzipHeader';
import type { Limits, Room } from './limits';
import { type Member, readMember } from './member';
import * as say from './notes';
import { joined } from './salvage';
import type { DeflateStream, Inflated } from './stream';

/** What one container held. */
export interface Layer {
  readonly bytes: Uint8Array;
  readonly notes: readonly ReadNote[];
  /** There is more, which a limit has kept out. */
  readonly isBeginning: boolean;
}

/** Reads all members of a gzip file one after another, those behind damage too. */
export function* gunzip(bytes: Uint8Array, room: Room, limits: Limits): Generator<DeflateStream, Layer, Inflated> {
  const notes: ReadNote[] = [];
  const first = yield* readMember(bytes, 0, room.bytes);
  notes.push(...first.notes);
  const outputs = [first.output];
  let size = first.output.length;
  let budget = PATIENCE;
  let member = first;
  for (let start = 0; member.state !== 'full'; ) {
    if (outputs.length === limits.members && member.end < bytes.length) {
      notes.push(say.moreMembers(limits));
      break;
    }
    const next: Next = yield* nextMember(bytes, start, member, room.bytes - size, budget);
    notes.push(...next.notes);
    if (next.member === undefined) break;
    ({ start, budget, member } = next);
    outputs.push(member.output);
    size += member.output.length;
    notes.push(...say.within(`in its member ${outputs.length.toLocaleString('en-US')}`, member.notes));
  }
  const isBeginning = member.state === 'full';
  if (isBeginning) notes.push(say.unpacksToMore(room, limits));
  if (outputs.length > 1) notes.unshift(say.members(outputs.length));
  return { bytes: joined(outputs, size), notes: say.condensed(notes), isBeginning };
}

/** Bytes of input and output that may be spent on places that turn out to be no members. */
const PATIENCE = 64 * 1024 * 1024;
/** What a try costs at least. */
const TRY = 64 * 1024;

type Next = { readonly notes: readonly ReadNote[] } & (
  | { readonly member: Member; readonly start: number; readonly budget: number }
  | { readonly member?: undefined }
);

/** The member behind another one, which begins at `start`. Behind damage, and behind what is no gzip, it is searched for. */
function* nextMember(
  bytes: Uint8Array,
  start: number,
  last: Member,
  most: number,
  budget: number,
): Generator<DeflateStream, Next, Inflated> {
  const at = last.state === 'whole' ? behindZeros(bytes, last.end) : last.end;
  const zeros = at - last.end;
  const padding = zeros === 0 ? [] : [say.padding(zeros)];
  if (at === bytes.length && last.isSound) return { notes: padding };
  if (at < bytes.length && isGzip(bytes, at)) {
    const member = yield* readMember(bytes, at, most);
    if (isMagic(bytes, at) || member.output.length > 0) return { member, start: at, budget, notes: padding };
  }
  let left = budget;
  // A damaged member may seem to reach into the next one.
  let place = nextPlace(bytes, last.isSound ? at : start + 1);
  while (place < bytes.length && left > 0) {
    const member = yield* readMember(bytes, place, most);
    if (member.isSound || (place >= last.end && member.output.length > 0)) {
      return { member, start: place, budget: left, notes: [say.resumed(Math.max(0, place - last.end), place)] };
    }
    left -= TRY + member.end - place + member.output.length;
    place = nextPlace(bytes, place + 1);
  }
  if (at === bytes.length || last.state !== 'whole') return { notes: padding };
  return { notes: [say.trailing(bytes.length - last.end)] };
}

function behindZeros(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0) at++;
  return at;
}

/** Where a member may begin, at `from` or later; the length of the file when nowhere. */
function nextPlace(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0x1f, from);
  while (at >= 0 && !(isMagic(bytes, at) && isPlausible(bytes, at))) at = bytes.indexOf(0x1f, at + 1);
  return at < 0 ? bytes.length : at;
}
