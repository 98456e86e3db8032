/**
 * Identities that came before, byte for byte: a caller makes many calls, and an identity is a third of a record. What is the same
 * as one that was read need not be read again.
 */
import { areSame, hashOf } from './hash';
import { actorFrom, placesTexts } from './placed';

/** Two places for each hash of a beginning: sessions of one role, or two keys of one user, begin alike. */
const KEPT: u32 = 128;
const BEGINNING: u32 = 128;
/** Longer ones are read each time. */
const LONGEST: u32 = 2048;

/**
 * Of a place: how many bytes the identity has (0: none is kept), how many operators, its numbers, its part of the state, where its texts stand,
 * counted from its brace, and its bytes.
 */
const LENGTH: usize = 0;
const OPERATORS: usize = 4;
const NUMBERS: usize = 8;
const STATE: usize = 24;
const PLACES: usize = 32;
const BYTES: usize = 64;
const SIZE: usize = 2144;

let kept: usize = 0;
/** Which of two places is filled next. */
let turn: usize = 0;

export function prepareIdentities(): void {
  kept = heap.alloc(<usize>KEPT * SIZE);
  forgetIdentities();
}

export function forgetIdentities(): void {
  for (let place: usize = 0; place < <usize>KEPT; place++) store<u32>(kept + place * SIZE, 0, LENGTH);
}

/**
 * An identity that is the same as the one whose brace is the operator at `operator`: a place for `operatorBehind` and
 * `numbersOf`. 0 where none is known.
 *
 * @param end behind the operators that are known
 */
export function knownIdentity(operator: usize, end: usize): usize {
  const start = <usize>load<u32>(operator);
  const first = firstPlace(start);
  if (isSame(first, start, operator, end)) return first;
  return isSame(first + SIZE, start, operator, end) ? first + SIZE : 0;
}

/** The place of the brace that closes an identity which is the same. */
export function closingOperator(place: usize, operator: usize): usize {
  return operator + ((<usize>load<u32>(place, OPERATORS)) << 2);
}

/** The number of the tuple, those of principalId and accessKeyId, and that of the time in which the session began. */
export function numbersOf(place: usize): v128 {
  return v128.load(place, NUMBERS);
}

/** Where its texts stand: see `tellActorFrom`. @param half 0 or 1 */
export function placesOf(place: usize, half: usize): v128 {
  return v128.load(place + (half << 4), PLACES);
}

/** The bits that it sets in the column of states. */
export function stateOf(place: usize): u32 {
  return load<u32>(place, STATE);
}

/**
 * Keeps an identity that was read.
 *
 * @param operator the place of its brace
 * @param closing the place of the one that closes it
 */
export function keepIdentity(operator: usize, closing: usize, numbers: v128, state: u32): void {
  const start = <usize>load<u32>(operator);
  const length = <u32>(<usize>load<u32>(closing) + 1 - start);
  if (length > LONGEST) return;
  turn = SIZE - turn;
  const place = firstPlace(start) + turn;
  store<u32>(place, length, LENGTH);
  store<u32>(place, <u32>((closing - operator) >> 2), OPERATORS);
  v128.store(place, numbers, NUMBERS);
  store<u32>(place, state, STATE);
  if (placesTexts()) {
    v128.store(place, actorFrom(start, 0), PLACES);
    v128.store(place, actorFrom(start, 1), PLACES + 16);
  }
  for (let at: usize = 0; at < <usize>length; at += 16) v128.store(place + at, v128.load(start + at), BYTES);
}

function firstPlace(start: usize): usize {
  return kept + <usize>((hashOf(start, BEGINNING) & (KEPT / 2 - 1)) << 1) * SIZE;
}

/** Where the same bytes stand, the same operators do. */
function isSame(place: usize, start: usize, operator: usize, end: usize): bool {
  const length = load<u32>(place, LENGTH);
  const closing = closingOperator(place, operator);
  if (length === 0 || closing >= end || <usize>load<u32>(closing) !== start + length - 1) return false;
  return areSame(start, place + BYTES, length);
}
