import { BitWriter } from './bitWriter';
import { storedBlock } from './gzip';
import type { SeededNumbers } from './seededNumbers';

/** The order in which a block says how long the codes of the lengths are, RFC 1951, section 3.2.7. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTH_EXTRAS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const END = 256;
const LITERALS = 286;
const DISTANCES = 30;

/**
 * A deflate stream of blocks that no compressor would write: codes as long as can be, codes of one symbol and of none, blocks of nothing.
 * Some of it is no deflate at all, since distances and codes are chosen by chance.
 */
export function randomDeflate(numbers: SeededNumbers): Buffer {
  const writer = new BitWriter();
  const blocks = numbers.between(1, 4);
  for (let block = 1; block <= blocks; block++) {
    writer.number(block === blocks ? 1 : 0, 1);
    const kind = numbers.share();
    if (kind < 0.15) writeStored(writer, numbers);
    else if (kind < 0.3) writeFixed(writer, numbers);
    else writeDynamic(writer, numbers);
  }
  return writer.take();
}

function writeStored(writer: BitWriter, numbers: SeededNumbers): void {
  writer.number(0, 2);
  writer.align();
  writer.bytes(storedBlock('x'.repeat(numbers.one([0, 0, 1, numbers.between(2, 300)]))).subarray(1));
}

function writeFixed(writer: BitWriter, numbers: SeededNumbers): void {
  writer.number(1, 2);
  const lengths = Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  );
  writeSymbols(writer, numbers, lengths, new Array<number>(32).fill(5));
}

function writeDynamic(writer: BitWriter, numbers: SeededNumbers): void {
  const literals = randomLengths(numbers, LITERALS, [END]);
  const distances = numbers.share() < 0.8 ? randomLengths(numbers, DISTANCES, []) : fewDistances(numbers);
  writer.number(2, 2);
  writer.number(LITERALS - 257, 5);
  writer.number(DISTANCES - 1, 5);
  writer.number(LENGTH_ORDER.length - 4, 4);
  const used = [...literals, ...distances];
  const lengthLengths = randomLengths(numbers, LENGTH_ORDER.length, used, 7);
  for (const symbol of LENGTH_ORDER) writer.number(lengthLengths[symbol] ?? 0, 3);
  const codes = codesOf(lengthLengths);
  for (const length of used) writer.code(codes[length] ?? 0, lengthLengths[length] ?? 0);
  writeSymbols(writer, numbers, literals, distances);
}

function fewDistances(numbers: SeededNumbers): number[] {
  const lengths = new Array<number>(DISTANCES).fill(0);
  if (numbers.share() < 0.5) lengths[numbers.between(0, 29)] = 1;
  return lengths;
}

/** How long the code of each symbol is: a tree in which leaves were split by chance, given to symbols by chance. */
function randomLengths(numbers: SeededNumbers, symbols: number, needed: readonly number[], longest = 15): number[] {
  const must = [...new Set(needed)];
  const count = Math.max(2, must.length, numbers.between(2, symbols));
  const leaves = [1, 1];
  const isSteep = numbers.share() < 0.5;
  while (leaves.length < count) {
    const last = leaves.length - 1;
    let at = isSteep ? last : numbers.between(0, last);
    while ((leaves[at] ?? 0) >= longest) at = numbers.between(0, last);
    const length = (leaves[at] ?? 0) + 1;
    leaves[at] = length;
    leaves.push(length);
  }
  const chosen = new Set(must);
  while (chosen.size < count) chosen.add(numbers.between(0, symbols - 1));
  const order = [...chosen];
  const lengths = new Array<number>(symbols).fill(0);
  for (const length of leaves) {
    const at = numbers.between(0, order.length - 1);
    const symbol = order[at] ?? 0;
    lengths[symbol] = length;
    // The last one takes its place.
    order[at] = order.at(-1) ?? 0;
    order.pop();
  }
  return lengths;
}

/** RFC 1951, section 3.2.2. */
function codesOf(lengths: readonly number[]): number[] {
  const counts = new Array<number>(16).fill(0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const next: number[] = [0];
  let code = 0;
  for (let bits = 1; bits <= 15; bits++) {
    code = 2 * (code + (bits === 1 ? 0 : (counts[bits - 1] ?? 0)));
    next.push(code);
  }
  return lengths.map((length) => {
    const own = next[length] ?? 0;
    next[length] = own + 1;
    return own;
  });
}

function writeSymbols(
  writer: BitWriter,
  numbers: SeededNumbers,
  literals: readonly number[],
  distances: readonly number[],
): void {
  const codes = codesOf(literals);
  const distanceCodes = codesOf(distances);
  const usable = literals.flatMap((length, symbol) => (length > 0 && symbol !== END ? [symbol] : []));
  const far = distances.flatMap((length, symbol) => (length > 0 ? [symbol] : []));
  const near = far.filter((symbol) => symbol < 6);
  const put = (symbol: number): void => writer.code(codes[symbol] ?? 0, literals[symbol] ?? 0);
  const onlyLiterals = usable.filter((symbol) => symbol < END);
  for (let left = usable.length === 0 ? 0 : numbers.between(0, 120); left > 0; left--) {
    // Matches would refer to what is not there yet.
    const symbol = numbers.one(onlyLiterals.length > 0 && left > 60 ? onlyLiterals : usable);
    put(symbol);
    if (symbol < END) continue;
    writer.number(numbers.between(0, 31), LENGTH_EXTRAS[symbol - 257] ?? 0);
    const distance = far.length === 0 ? 0 : numbers.one(near.length > 0 && numbers.share() < 0.99 ? near : far);
    writer.code(distanceCodes[distance] ?? 0, distances[distance] ?? 1);
    writer.number(numbers.between(0, 2 ** 13 - 1), Math.max(0, Math.floor(distance / 2) - 1));
  }
  put(END);
}
