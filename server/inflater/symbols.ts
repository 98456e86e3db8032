/** The literals and matches of a block, up to its end. */
import { DISTANCE_BITS, distanceTable, isPaired, LITERAL_BITS, literalTable, pairOnce } from './codes';
import { ANY_LITERAL, END, FIRST_TAKEN, LITERALS, SPECIAL, SUBTABLE, TAKEN } from './entries';
import {
  byteAt,
  bytesEnd,
  ENOUGH,
  giveBytesBack,
  goOnAt,
  isLastPiece,
  knownBits,
  nextBits,
  refill,
  take,
} from './input';
import { BLOCK_END, CUT, FULL, REFUSED, WANTS_INPUT, WHOLE } from './outcomes';
import { outputAt, outputStart, outputStop, setOutputAt } from './output';

/** Eight bytes are read at a time, and seven of them used up, three times before it is first asked whether there are more. */
const READ: usize = 24;

/** Of a block that may be a short one, this is read first. Bytes. */
const SHORT_BLOCK: usize = 192;

/** Goes on where it stopped. */
export function readSymbols(): u32 {
  const isLast = isLastPiece();
  const inputStop = bytesEnd() - (isLast ? READ : ENOUGH);
  giveBytesBack();
  while (byteAt() < inputStop && outputAt() < outputStop()) {
    const outcome = readFast(isPaired() ? inputStop : min(inputStop, byteAt() + SHORT_BLOCK), outputStop());
    if (outcome !== WHOLE) return outcome;
    pairOnce();
  }
  if (outputAt() >= outputStop()) return FULL;
  return isLast ? readLast() : WANTS_INPUT;
}

/**
 * While there is so much input and room that nothing needs to be asked for. The two lowest of its bits are such as were used already, so
 * that what comes next, cut out as it stands, is the offset of an entry of four bytes.
 *
 * @returns `WHOLE` for nothing but that input or room come to an end
 */
function readFast(inputStop: usize, outputEnd: usize): u32 {
  let at = byteAt();
  let known = knownBits() + 2;
  let bits = nextBits() << 2;
  let out = outputAt();
  const start = outputStart();
  let outcome: u32 = WHOLE;
  // Above its 6 lowest bits `known` holds nothing of use, since whole entries are taken off it.
  bits |= load<u64>(at) << (<u64>known);
  at += 7 - ((known >> 3) & 7);
  known |= 56;
  let entry = load<u32>(<usize>bits & LITERAL_OFFSETS, literalTable);
  while (true) {
    if ((entry & ANY_LITERAL) !== 0) {
      store<u32>(out, entry >> 8);
      out += (entry & ANY_LITERAL) >> LITERALS;
      bits >>= <u64>entry;
      known -= entry;
      entry = load<u32>(<usize>bits & LITERAL_OFFSETS, literalTable);
      if ((entry & ANY_LITERAL) !== 0) {
        store<u32>(out, entry >> 8);
        out += (entry & ANY_LITERAL) >> LITERALS;
        bits >>= <u64>entry;
        known -= entry;
        entry = load<u32>(<usize>bits & LITERAL_OFFSETS, literalTable);
        if ((entry & ANY_LITERAL) !== 0) {
          store<u32>(out, entry >> 8);
          out += (entry & ANY_LITERAL) >> LITERALS;
          bits >>= <u64>entry;
          known -= entry;
          if (at >= inputStop || out >= outputEnd) break;
          bits |= load<u64>(at) << (<u64>known);
          at += 7 - ((known >> 3) & 7);
          known |= 56;
          entry = load<u32>(<usize>bits & LITERAL_OFFSETS, literalTable);
          continue;
        }
      }
      // A match takes 48 bits at most, and they are enough for what follows.
      bits |= load<u64>(at) << (<u64>known);
      at += 7 - ((known >> 3) & 7);
      known |= 56;
    }
    if ((entry & SPECIAL) !== 0) {
      if ((entry & SUBTABLE) !== 0) {
        entry = load<u32>(inSubtable(entry, <u32>(bits >> <u64>(LITERAL_BITS + 2))), literalTable);
        if ((entry & ANY_LITERAL) !== 0) {
          store<u8>(out++, <u8>(entry >> 8));
          bits >>= <u64>entry;
          known -= entry;
          if (at >= inputStop || out >= outputEnd) break;
          bits |= load<u64>(at) << (<u64>known);
          at += 7 - ((known >> 3) & 7);
          known |= 56;
          entry = load<u32>(<usize>bits & LITERAL_OFFSETS, literalTable);
          continue;
        }
      }
      if ((entry & SPECIAL) !== 0) {
        bits >>= <u64>entry;
        known -= entry;
        outcome = (entry & END) !== 0 ? BLOCK_END : REFUSED;
        break;
      }
    }
    const length = meant(entry, <u32>(bits >> 2));
    bits >>= <u64>entry;
    known -= entry;
    let far = load<u32>(<usize>bits & DISTANCE_OFFSETS, distanceTable);
    if ((far & SUBTABLE) !== 0)
      far = load<u32>(inSubtable(far, <u32>(bits >> <u64>(DISTANCE_BITS + 2))), distanceTable);
    const distance = meant(far, <u32>(bits >> 2));
    if ((far & SPECIAL) !== 0 || distance > out - start) {
      outcome = REFUSED;
      break;
    }
    bits >>= <u64>far;
    known -= far;
    // What comes next is looked up while this is copied.
    bits |= load<u64>(at) << (<u64>known);
    at += 7 - ((known >> 3) & 7);
    known |= 56;
    entry = load<u32>(<usize>bits & LITERAL_OFFSETS, literalTable);
    copyMatch(out, distance, length);
    out += length;
    if (at >= inputStop || out >= outputEnd) break;
  }
  goOnAt(at, bits >> 2, (known & 63) - 2);
  giveBytesBack();
  setOutputAt(out);
  return outcome;
}

const LITERAL_OFFSETS: usize = ((1 << LITERAL_BITS) - 1) << 2;
const DISTANCE_OFFSETS: usize = ((1 << DISTANCE_BITS) - 1) << 2;

/** @param bits behind the index of the first table @returns offset of the entry */
function inSubtable(entry: u32, bits: u32): usize {
  return ((entry >> 16) + (bits & ((1 << ((entry >> 8) & 15)) - 1))) << 2;
}

/** A length or a distance. @param bits from the beginning of its code on */
function meant(entry: u32, bits: u32): usize {
  return (entry >> 16) + ((bits & ((1 << entry) - 1)) >> ((entry >> 8) & 15));
}

/** Writes up to 31 bytes beyond it. */
function copyMatch(out: usize, distance: usize, length: usize): void {
  const end = out + length;
  let from = out - distance;
  if (distance >= 16) {
    v128.store(out, v128.load(from));
    v128.store(out, v128.load(from, 16), 16);
    if (length > 32) {
      out += 32;
      from += 32;
      do {
        v128.store(out, v128.load(from));
        out += 16;
        from += 16;
      } while (out < end);
    }
    return;
  }
  // What repeats after so many bytes repeats after twice as many.
  for (let period = distance; period < 16; period <<= 1) {
    v128.store(out, v128.load(from));
    out += period;
  }
  for (; out < end; out += 16, from += 16) v128.store(out, v128.load(from));
}

/** The last bytes of a stream, one symbol after the other. */
function readLast(): u32 {
  const stop = outputStop();
  const start = outputStart();
  let out = outputAt();
  let outcome: u32 = WHOLE;
  while (outcome === WHOLE) {
    if (knownBits() < 48) refill();
    const entry = entryFor(<u32>nextBits(), literalTable, LITERAL_BITS);
    const isAll = (entry & TAKEN) <= knownBits();
    if ((entry & ANY_LITERAL) !== 0) {
      // Of two literals, the first may be all that there is.
      const first = entry >> FIRST_TAKEN;
      store<u16>(out, <u16>(entry >> 8));
      if (isAll) out += (entry & ANY_LITERAL) >> LITERALS;
      else if (first !== 0 && first <= knownBits()) out++;
      else outcome = CUT;
      if (outcome === WHOLE) take(isAll ? entry & TAKEN : first);
    } else if (!isAll) outcome = CUT;
    else if ((entry & SPECIAL) !== 0) {
      take(entry & TAKEN);
      outcome = (entry & END) !== 0 ? BLOCK_END : REFUSED;
    } else {
      const length = meant(entry, <u32>nextBits());
      take(entry & TAKEN);
      const far = entryFor(<u32>nextBits(), distanceTable, DISTANCE_BITS);
      const distance = meant(far, <u32>nextBits());
      if ((far & TAKEN) > knownBits()) outcome = CUT;
      else if ((far & SPECIAL) !== 0 || distance > out - start) outcome = REFUSED;
      else {
        take(far & TAKEN);
        for (const end = out + length; out < end; out++) store<u8>(out, load<u8>(out - distance));
      }
    }
    if (outcome === WHOLE && out >= stop) outcome = FULL;
  }
  setOutputAt(out);
  return outcome;
}

function entryFor(bits: u32, table: usize, indexBits: u32): u32 {
  const entry = load<u32>(table + ((bits & ((1 << indexBits) - 1)) << 2));
  const isLiteral = (entry & ANY_LITERAL) !== 0;
  return isLiteral || (entry & SUBTABLE) === 0 ? entry : load<u32>(table + inSubtable(entry, bits >> indexBits));
}
