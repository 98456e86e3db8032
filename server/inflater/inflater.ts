/**
 * Inflates raw deflate streams (RFC 1951) and takes the checksum of what comes out: what the host calls. Nothing is allocated: a stream of
 * any length is read and handed out in pieces. One that is damaged is refused; of one that is cut off, all comes out that is there.
 */
import { beginBlocks, readBlocks } from './blocks';
import { crc32, prepareChecksums } from './crc32';
import { prepareMeanings } from './entries';
import { addPiece, beginInput, PIECE, placeForPiece, usedBytes } from './input';
import { CUT, FULL, WHOLE } from './outcomes';
import { beginOutput, forgetOutputs, freshOutput, keepOutput, outputAt, slide } from './output';

/** Of all that came out of the stream. */
let crc: u32 = 0;

/** Once, before all else. */
export function prepare(): void {
  prepareMeanings();
  prepareChecksums();
}

/** Outputs that were kept are needed no more. */
export function forget(): void {
  forgetOutputs();
}

/** Begins with the next stream. */
export function begin(): void {
  crc = 0;
  beginInput();
  beginBlocks();
  beginOutput();
}

/** Bytes of a piece of input at most. */
export function pieceSize(): u32 {
  return PIECE;
}

/** Where the next piece of input goes. */
export function place(): usize {
  return placeForPiece();
}

/** Reads on, with a piece of so many bytes. @returns one of `outcomes.ts` */
export function read(length: u32, isLast: u32): u32 {
  addPiece(length, isLast !== 0);
  return readOn();
}

/** Reads on where room had come to an end: what is at `output` now is lost. */
export function goOn(): u32 {
  slide();
  return readOn();
}

function readOn(): u32 {
  const outcome = readBlocks();
  if (outcome === WHOLE || outcome === FULL || outcome === CUT)
    crc = crc32(crc, freshOutput(), outputAt() - freshOutput());
  return outcome;
}

/** What came out and was not handed out yet: from here on, `outputLength` bytes. */
export function output(): usize {
  return freshOutput();
}

export function outputLength(): u32 {
  return <u32>(outputAt() - freshOutput());
}

/** The output of the stream, which came out in one piece, stays where it is until `forget`; 0 where it can't, and the next stream writes over it. */
export function keep(): u32 {
  return keepOutput() ? 1 : 0;
}

/** CRC-32 of all that came out. */
export function checksum(): u32 {
  return crc;
}

/** Bytes of the stream that were read. */
export function used(): u32 {
  return usedBytes();
}
