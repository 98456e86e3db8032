/** A record with every quote twice, as cells of tables hold it, and where some of its members stand. */
import { BACKSLASH, COLON, COMMA, QUOTE, SLACK, SPACE } from './bytes';
import { MEMBERS, memberOf, memberOfIdentity, NONE, USER_IDENTITY } from './members';

/** What a member is told by: where its value begins and ends in the log, and where in the doubled record. */
const TOLD: usize = 16;
const told: usize = memory.data(128, 16);
/** `null` */
const NULL: u32 = 0x6c6c756e;

let doubled: usize = 0;
let doubledRoom: usize = 0;
let length: u32 = 0;

/** Where the record that was doubled last stands, and how long it is there. */
export function doubledAt(): usize {
  return doubled;
}

export function doubledLength(): u32 {
  return length;
}

/** Where the value of a member begins and ends; the end is 0 where there is none. */
export function memberAt(member: u32): usize {
  return <usize>load<u32>(place(member));
}

export function memberEnd(member: u32): usize {
  return <usize>load<u32>(place(member), 4);
}

/** The same in the doubled record. */
export function doubledMemberAt(member: u32): usize {
  return <usize>load<u32>(place(member), 8);
}

export function doubledMemberEnd(member: u32): usize {
  return <usize>load<u32>(place(member), 12);
}

function place(member: u32): usize {
  return told + <usize>member * TOLD;
}

/**
 * Doubles the quotes of a record.
 *
 * @param from where the record stands
 * @returns false where it holds a character that is not printable ASCII, has a key in escapes, or is no object: it is left to others
 */
export function double(from: usize, bytes: u32): bool {
  const end = from + <usize>bytes;
  if (!isPrintable(from, end)) return false;
  makeRoom(bytes);
  memory.fill(told, 0, MEMBERS * TOLD);
  let at = from;
  let out = doubled;
  let depth: u32 = 0;
  let key: u32 = NONE;
  let member: u32 = NONE;
  let memberDepth: u32 = 0;
  let isInIdentity = false;
  let memberAt: usize = 0;
  let memberOut: usize = 0;
  while (at < end) {
    const byte = <u32>load<u8>(at);
    if (key !== NONE && byte !== COLON && byte !== SPACE) {
      member = key;
      memberDepth = depth;
      key = NONE;
      memberAt = at;
      memberOut = out;
    }
    if (byte === QUOTE) {
      const text = at + 1;
      let hasEscape = false;
      store<u16>(out, 0x2222);
      at++;
      out += 2;
      while (true) {
        if (at >= end) return false;
        const some = v128.load(at);
        v128.store(out, some);
        const found = i8x16.bitmask(v128.or(i8x16.eq(some, i8x16.splat(0x22)), i8x16.eq(some, i8x16.splat(0x5c))));
        if (found === 0) {
          at += 16;
          out += 16;
          continue;
        }
        const before = <usize>ctz(found);
        at += before;
        out += before;
        if (<u32>load<u8>(at) !== BACKSLASH) break;
        hasEscape = true;
        const escaped = <u32>load<u8>(at, 1);
        store<u8>(out, BACKSLASH);
        store<u8>(out, escaped, 1);
        at += 2;
        out += 2;
        if (escaped === QUOTE) store<u8>(out++, QUOTE);
      }
      store<u16>(out, 0x2222);
      out += 2;
      if ((depth === 1 || (depth === 2 && isInIdentity)) && isColonNext(at + 1)) {
        if (hasEscape) return false;
        const length = <u32>(at - text);
        key = depth === 1 ? memberOf(text, length) : memberOfIdentity(text, length);
        if (key === USER_IDENTITY) {
          isInIdentity = true;
          key = NONE;
        }
      }
      at++;
      continue;
    }
    // A bracket or a brace, but for the bit that parts them.
    const bracket = byte | 0x20;
    if (bracket === 0x7b) depth++;
    else {
      if (bracket === 0x7d) depth--;
      if (bracket === 0x7d ? depth < memberDepth : byte === COMMA && depth <= memberDepth) {
        if (member !== NONE) tell(member, memberAt, at, memberOut, out);
        member = NONE;
      }
      if (depth === 1 && byte === COMMA) isInIdentity = false;
    }
    store<u8>(out++, byte);
    at++;
  }
  length = <u32>(out - doubled);
  return bytes > 0 && at === end && depth === 0;
}

/** Of two members of one name the last one is told, and none where it is null. */
function tell(member: u32, start: usize, behind: usize, outStart: usize, outBehind: usize): void {
  let end = behind;
  while (<u32>load<u8>(end - 1) === SPACE) end--;
  const at = place(member);
  const isNull = load<u32>(start) === NULL;
  store<u32>(at, isNull ? 0 : <u32>start);
  store<u32>(at, isNull ? 0 : <u32>end, 4);
  store<u32>(at, isNull ? 0 : <u32>outStart, 8);
  store<u32>(at, isNull ? 0 : <u32>(outBehind - (behind - end)), 12);
}

function isColonNext(from: usize): bool {
  let at = from;
  while (<u32>load<u8>(at) === SPACE) at++;
  return <u32>load<u8>(at) === COLON;
}

function isPrintable(start: usize, end: usize): bool {
  let at = start;
  for (; at + 16 <= end; at += 16) {
    // Shifted by a space, what is not printable is beyond the last that is.
    if (v128.any_true(i8x16.gt_u(i8x16.sub(v128.load(at), i8x16.splat(0x20)), i8x16.splat(0x5e)))) return false;
  }
  for (; at < end; at++) if (<u32>load<u8>(at) - SPACE > 0x5e) return false;
  return true;
}

function makeRoom(bytes: u32): void {
  const room = ((<usize>bytes) << 1) + SLACK;
  if (room <= doubledRoom) return;
  if (doubled !== 0) heap.free(doubled);
  doubledRoom = room + (room >> 1);
  doubled = heap.alloc(doubledRoom);
}
