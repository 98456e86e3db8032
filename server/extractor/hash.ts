/**
 * A hash that depends on secrets which are made by chance for each instance. Who writes texts into logs can't know them, so
 * texts that all have one hash can't be chosen: for any two texts that differ, the secrets for which their hashes are the same
 * are about one of four thousand million (the inner part is NH, of the message authentication code UMAC). A hash of
 * fixed constants, or one to which a secret is only added, has pairs that collide whatever the secret is.
 */

/** A secret for each of so many bytes; longer texts go in pieces. Behind them stand those of one step more, for `markOf`. */
const PIECE: u32 = 1024;
const STEP: usize = 16;
const secrets: usize = memory.data(1040, 16);
let first: u64 = 0;
let second: u64 = 0;
let third: u64 = 0;

/** Masks of the first n bytes of sixteen, for n from 0 to 16. */
const masks: usize = memory.data(272, 16);

let state: u64 = 0;

/** Makes all secrets of two numbers that are as good as random. */
export function setSecrets(one: u64, two: u64): void {
  state = one;
  for (let at: usize = 0; at < <usize>PIECE + STEP; at += 8) store<u64>(secrets + at, next() ^ two);
  first = next() | 1;
  second = (next() ^ two) | 1;
  third = next() | 1;
  for (let count: usize = 0; count <= 16; count++) {
    for (let at: usize = 0; at < 16; at++) store<u8>(masks + (count << 4) + at, at < count ? 255 : 0);
  }
}

/** A random number that nobody needs to keep secret. */
export function nextNumber(): u64 {
  return next();
}

/** splitmix64 */
function next(): u64 {
  state += 0x9e3779b97f4a7c15;
  let mixed = state;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

/** The first bytes of sixteen, all others zero. */
export function firstBytes(bytes: v128, count: u32): v128 {
  return v128.and(bytes, v128.load(masks + ((<usize>count) << 4)));
}

/** Reads up to 15 bytes more than the text has; what they hold does not matter. */
export function hashOf(start: usize, length: u32): u32 {
  return hashBy(secrets, start, length);
}

/**
 * Another hash of the same kind, by secrets that are one step further on: that both are the same for two texts is as rare as if neither knew
 * of the other (UMAC's "Toeplitz construction").
 */
export function otherHashOf(start: usize, length: u32): u32 {
  return hashBy(secrets + STEP, start, length);
}

function hashBy(first: usize, start: usize, length: u32): u32 {
  let sums = i64x2.splat(0);
  let secret = first;
  let at = start;
  let rest = length;
  while (rest > 16) {
    sums = i64x2.add(sums, products(v128.load(at), secret));
    at += 16;
    rest -= 16;
    secret += 16;
    if (secret === first + <usize>PIECE) {
      sums = i64x2.splat(<i64>mixed(sums, length));
      secret = first;
    }
  }
  sums = i64x2.add(sums, products(firstBytes(v128.load(at), rest), secret));
  return <u32>(mixed(sums, length) >> 32);
}

function products(bytes: v128, secret: usize): v128 {
  const keyed = i32x4.add(bytes, v128.load(secret));
  return i64x2.extmul_low_i32x4_u(
    keyed,
    i8x16.shuffle(keyed, keyed, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7),
  );
}

function mixed(sums: v128, length: u32): u64 {
  let hash = (<u64>i64x2.extract_lane(sums, 0) ^ third) * first + (<u64>i64x2.extract_lane(sums, 1) + length) * second;
  hash ^= hash >> 32;
  return hash * third;
}

/** Whether two stretches hold the same bytes; reads up to 15 more of each. */
export function areSame(one: usize, two: usize, length: u32): bool {
  let at = one;
  let other = two;
  let rest = length;
  while (rest > 16) {
    if (v128.any_true(v128.xor(v128.load(at), v128.load(other)))) return false;
    at += 16;
    other += 16;
    rest -= 16;
  }
  return !v128.any_true(firstBytes(v128.xor(v128.load(at), v128.load(other)), rest));
}
