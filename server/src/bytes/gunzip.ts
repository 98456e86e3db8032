import type { Limits, Room } from '../host/limits';
import type { ReadNote } from '../host/logFiles';
import { isGzip, isMagic, isPlausible } from './gzipHeader';
import { joined } from './joined';
import { type Member, readMember } from './member';
import * as say from './notes';
import type { DeflateStream, Inflated } from './stream';

/** What one container held. */
export interface Layer {
  readonly bytes: Uint8Array;
  readonly notes: readonly ReadNote[];
  /** There is more, which a limit has kept out. Said by who asked for it: containers stand in containers. */
  readonly isBeginning: boolean;
}

/** Reads all members of a gzip file one after another, those behind damage too. */
export function* gunzip(bytes: Uint8Array, room: Room, limits: Limits): Generator<DeflateStream, Layer, Inflated> {
  const patience: Patience = { left: PATIENCE };
  let [start, member] = [0, yield* tried(bytes, 0, room.bytes, patience)];
  const notes = [...member.notes];
  const outputs = [member.output];
  let size = member.output.length;
  while (member.state !== 'full') {
    if (outputs.length === limits.members && member.end < bytes.length) {
      notes.push(say.moreMembers(limits));
      break;
    }
    const next: Next = yield* nextMember(bytes, start, member, room.bytes - size, patience);
    notes.push(...next.notes);
    if (next.member === undefined) break;
    ({ start, member } = next);
    outputs.push(member.output);
    size += member.output.length;
    notes.push(...say.within(`in its member ${outputs.length.toLocaleString('en-US')}`, member.notes));
  }
  const isBeginning = member.state === 'full';
  if (outputs.length > 1) notes.unshift(say.members(outputs.length));
  return { bytes: joined(outputs, size), notes: say.condensed(notes), isBeginning };
}

/** Bytes that may still be spent on members that are damaged, or none at all: a file can seem to hold millions. */
interface Patience {
  left: number;
}

const PATIENCE = 64 * 1024 * 1024;
/** What such a member costs at least. */
const TRY = 64 * 1024;

function* tried(
  bytes: Uint8Array,
  start: number,
  most: number,
  patience: Patience,
): Generator<DeflateStream, Member, Inflated> {
  const member = yield* readMember(bytes, start, most);
  if (!member.isSound) patience.left -= TRY + member.end - start + member.output.length;
  return member;
}

type Next = { readonly notes: readonly ReadNote[] } & (
  | { readonly member: Member; readonly start: number }
  | { readonly member?: undefined }
);

/** The member behind another one, which begins at `start`. Behind damage, and behind what is no gzip, it is searched for. */
function* nextMember(
  bytes: Uint8Array,
  start: number,
  last: Member,
  most: number,
  patience: Patience,
): Generator<DeflateStream, Next, Inflated> {
  const at = last.state === 'whole' ? behindZeros(bytes, last.end) : last.end;
  const padding = at === last.end ? [] : [say.padding(at - last.end)];
  if (at === bytes.length && last.isSound) return { notes: padding };
  if (last.isSound && isGzip(bytes, at)) {
    const member = yield* tried(bytes, at, most, patience);
    if (isMagic(bytes, at) || member.output.length > 0) return { member, start: at, notes: padding };
  }
  // A damaged member may seem to reach into the next one.
  let place = nextPlace(bytes, last.isSound ? at : start + 1);
  while (place < bytes.length) {
    if (patience.left <= 0) return { notes: [say.givenUp(place)] };
    const member = yield* tried(bytes, place, most, patience);
    if (member.isSound || (place >= last.end && member.output.length > 0)) {
      const passed = place - at;
      return { member, start: place, notes: passed === 0 ? padding : [say.resumed(Math.max(0, passed), place)] };
    }
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
