/** Over an object or a list that nothing is wanted of, which must be JSON. */
import { BACKSLASH, behindSpace, COLON, COMMA, isBracket, isOpening, NO_MORE, OPEN_BRACE, QUOTE } from './characters';
import { isScalar } from './scalars';
import { hasCodePoints } from './structure';

/** Given instead of the place of an operator, which is never as small: the structure that is known ends before the value does. */
export const UNFINISHED: usize = 0;
/** No JSON. */
export const BROKEN: usize = 1;
/** JSON, but nothing that is left to this program. */
export const STRANGE: usize = 2;

/** Deeper texts are none of CloudTrail's. */
const MOST_LEVELS: u32 = 4096;
const opened: usize = memory.data(4096, 16);

/** `"eventVe`: what looks like an event in an event may have been a record of its own before the text was damaged. */
const EVENT_VERSION: u64 = 0x6556746e65766522;

let deepest: u32 = 0;

/** How many levels the deepest value had since the last time this was asked. */
export function takeDeepest(): u32 {
  const found = deepest;
  deepest = 0;
  return found;
}

/**
 * @param operator the place of what opens the value, among the operators
 * @returns the place of what closes it, or one of the constants above
 */
export function behindNested(operator: usize): usize {
  let place = operator;
  let depth: u32 = 1;
  let most: u32 = 1;
  let top = <u32>load<u8>(<usize>load<u32>(place));
  let value = behindSpace(<usize>load<u32>(place) + 1);
  let isFirst = true;
  place += 4;
  let at = <usize>load<u32>(place);
  let sign = <u32>load<u8>(at);
  if (sign === NO_MORE) return UNFINISHED;
  while (true) {
    // A member or an element begins at `value`, unless nothing stands in the brackets; the next operator is `sign`.
    if (!isFirst || value !== at || sign !== top + 2) {
      if (top === OPEN_BRACE) {
        if (sign !== COLON || <u32>load<u8>(value) !== QUOTE) return BROKEN;
        if (load<u64>(value) === EVENT_VERSION || (hasCodePoints() && isSpelled(value, at))) return STRANGE;
        value = behindSpace(at + 1);
        place += 4;
        at = <usize>load<u32>(place);
        sign = <u32>load<u8>(at);
        if (sign === NO_MORE) return UNFINISHED;
      }
      if (isOpening(sign)) {
        if (value !== at) return BROKEN;
        if (depth === MOST_LEVELS) return STRANGE;
        store<u8>(opened + depth, top);
        depth++;
        if (depth > most) most = depth;
        top = sign;
        value = behindSpace(at + 1);
        isFirst = true;
        place += 4;
        at = <usize>load<u32>(place);
        sign = <u32>load<u8>(at);
        if (sign === NO_MORE) return UNFINISHED;
        continue;
      }
      if (!isScalar(value, at)) return BROKEN;
    }
    while (isBracket(sign)) {
      if (sign !== top + 2) return BROKEN;
      depth--;
      if (depth === 0) {
        if (most > deepest) deepest = most;
        return place;
      }
      top = <u32>load<u8>(opened + depth);
      const behind = at + 1;
      place += 4;
      at = <usize>load<u32>(place);
      sign = <u32>load<u8>(at);
      if (sign === NO_MORE) return UNFINISHED;
      if (behind !== at && behindSpace(behind) !== at) return BROKEN;
    }
    if (sign !== COMMA) return BROKEN;
    value = behindSpace(at + 1);
    isFirst = false;
    place += 4;
    at = <usize>load<u32>(place);
    sign = <u32>load<u8>(at);
    if (sign === NO_MORE) return UNFINISHED;
  }
}

/** Whether a key holds a code point, so that it may be the same name. */
function isSpelled(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) {
    if (<u32>load<u8>(at) === BACKSLASH && <u32>load<u8>(at, 1) === 0x75) return true;
  }
  return false;
}
