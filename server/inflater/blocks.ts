/** The blocks of a stream, RFC 1951, section 3.2.3. Reading stops where input or room come to an end, and goes on there. */
import { readCodes, useFixedCodes } from './codes';
import { byteAt, bytesEnd, goOnAt, hasEnough, isLastPiece, knownBits, passToByte, refill, take } from './input';
import { BLOCK_END, CUT, FULL, REFUSED, WANTS_INPUT, WHOLE } from './outcomes';
import { outputAt, outputStop, setOutputAt } from './output';
import { readSymbols } from './symbols';

/** What comes next. */
const HEADER: u32 = 0;
const BYTES: u32 = 1;
const SYMBOLS: u32 = 2;

let next: u32 = HEADER;
let isLastBlock: bool = false;
/** Bytes of a block that was not compressed which are still to come. */
let bytesLeft: usize = 0;

export function beginBlocks(): void {
  next = HEADER;
}

export function readBlocks(): u32 {
  while (true) {
    if (next === HEADER) {
      if (!hasEnough()) return WANTS_INPUT;
      const outcome = readHeader();
      if (outcome !== WHOLE) return outcome;
    }
    const outcome = next === BYTES ? copyBytes() : readSymbols();
    if (outcome !== BLOCK_END) return outcome;
    if (isLastBlock) return WHOLE;
    next = HEADER;
  }
}

/** @returns `WHOLE` where it is, as the others do that read a part of it */
function readHeader(): u32 {
  refill();
  if (knownBits() < 3) return CUT;
  isLastBlock = take(1) !== 0;
  const type = take(2);
  next = type === 0 ? BYTES : SYMBOLS;
  if (type === 0) return readLength();
  if (type === 2) return readCodes();
  if (type !== 1) return REFUSED;
  useFixedCodes();
  return WHOLE;
}

function readLength(): u32 {
  passToByte();
  const at = byteAt();
  if (bytesEnd() - at < 4) return CUT;
  bytesLeft = load<u16>(at);
  goOnAt(at + 4, 0, 0);
  return bytesLeft === (load<u16>(at, 2) ^ 0xffff) ? WHOLE : REFUSED;
}

function copyBytes(): u32 {
  const at = byteAt();
  const count = min(bytesLeft, min(bytesEnd() - at, outputStop() - outputAt()));
  memory.copy(outputAt(), at, count);
  goOnAt(at + count, 0, 0);
  setOutputAt(outputAt() + count);
  bytesLeft -= count;
  if (bytesLeft === 0) return BLOCK_END;
  if (outputAt() >= outputStop()) return FULL;
  return isLastPiece() ? CUT : WANTS_INPUT;
}
