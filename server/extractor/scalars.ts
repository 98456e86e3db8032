/** Values that are no object and no list. */
import { behindSpace, QUOTE } from './characters';

const MINUS: u32 = 0x2d;
const ZERO: u32 = 0x30;
const TRUE: u32 = 0x65757274;
const ALSE: u32 = 0x65736c61;
const NULL: u32 = 0x6c6c756e;

/** Whether one whole value fills the stretch, of which the first character is no white space and no operator is a part. */
export function isScalar(start: usize, end: usize): bool {
  // A string that begins here has been seen to end before the next operator, with nothing behind it.
  return <u32>load<u8>(start) === QUOTE || isBare(start, end);
}

export function isTrue(start: usize, end: usize): bool {
  return load<u32>(start) === TRUE && endsAt(start + 4, end);
}

export function isFalse(start: usize, end: usize): bool {
  return load<u32>(start, 1) === ALSE && <u32>load<u8>(start) === 0x66 && endsAt(start + 5, end);
}

export function isNull(start: usize, end: usize): bool {
  return load<u32>(start) === NULL && endsAt(start + 4, end);
}

/** Whether a literal or a number fills the stretch. */
function isBare(start: usize, end: usize): bool {
  if (isNull(start, end) || isTrue(start, end) || isFalse(start, end)) return true;
  const behind = numberEnd(start);
  return behind !== 0 && endsAt(behind, end);
}

function endsAt(at: usize, end: usize): bool {
  return at === end || (at < end && behindSpace(at) === end);
}

/** Where the number ends that begins here; 0 where none does. */
function numberEnd(start: usize): usize {
  let at = start;
  if (<u32>load<u8>(at) === MINUS) at++;
  if (<u32>load<u8>(at) === ZERO) at++;
  else {
    const end = digitsEnd(at);
    if (end === at) return 0;
    at = end;
  }
  if (<u32>load<u8>(at) === 0x2e) {
    const end = digitsEnd(at + 1);
    if (end === at + 1) return 0;
    at = end;
  }
  if ((<u32>load<u8>(at) | 0x20) !== 0x65) return at;
  at++;
  const sign = <u32>load<u8>(at);
  if (sign === 0x2b || sign === MINUS) at++;
  const end = digitsEnd(at);
  return end === at ? 0 : end;
}

function digitsEnd(start: usize): usize {
  let at = start;
  while (<u32>load<u8>(at) - ZERO < 10) at++;
  return at;
}
