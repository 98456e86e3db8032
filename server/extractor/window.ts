/**
 * The part of a text that is in memory, and the operators in it that are known and were not read yet. What is left of one part,
 * mostly a piece of a record, moves to the beginning of the room, and the next bytes come behind it.
 */
import { NO_MORE } from './characters';
import { beginPositions, leavePositions, movePositions } from './position';
import { indexStructure, isAllAscii } from './structure';

/** Bytes that are looked at together, and the room for them and for what is left of those before. */
const BYTES: usize = 65536;
const SIZE: usize = 262144;
/** Longer records, and longer stretches of white space, are left to others. */
const MOST: usize = 16777216;
/** So much is read beyond the last byte. */
const SLACK: usize = 256;
/** Whole blocks are looked at, and an escape at the end of one may go on behind it. */
const BLOCK: usize = 64;
const LONGEST_ESCAPE: usize = 8;

/** An operator that says that no more are known, as often as one may be looked for ahead. */
const nothing: usize = memory.data(16, 16);
const SENTINELS: usize = 8;

@unmanaged
export class Window {
  /** At the beginning of a block, in what was allocated for it. */
  private room: usize = 0;
  private size: usize = 0;
  private allocated: usize = 0;
  /** Behind the bytes that are there, and behind those of which the operators are known. */
  filled: usize = 0;
  private indexed: usize = 0;
  /** What was read: bytes, and operators, which are addresses of 32 bits. */
  behind: usize = 0;
  operator: usize = 0;
  private operators: usize = 0;
  private operatorsSize: usize = 0;
  operatorsEnd: usize = 0;

  /** Begins with the next text. The room that a long record needed is given back. */
  begin(): void {
    if (this.size !== SIZE) {
      if (this.allocated !== 0) heap.free(this.allocated);
      if (this.operators !== 0) heap.free(this.operators);
      this.allocate(SIZE);
      this.operatorsSize = SIZE;
      this.operators = heap.alloc(this.operatorsSize + SLACK);
    }
    this.filled = this.room;
    this.indexed = this.room;
    this.behind = this.room;
    this.operator = this.operators;
    this.operatorsEnd = this.operators;
    beginPositions(this.room);
  }

  /** How many bytes should come next: as many as are left of a long record, so that it is not read from its beginning often. */
  wanted(): u32 {
    return <u32>max(BYTES, (this.filled - this.behind) & ~(BLOCK - 1));
  }

  /** Where so many bytes go; 0 where there is no room for them. */
  roomFor(length: u32): usize {
    const start = min(this.behind, this.indexed) & ~(BLOCK - 1);
    const left = this.filled - start;
    const needed = left + length;
    if (needed > MOST) return 0;
    leavePositions(start, isAllAscii());
    if (needed > this.size) {
      const before = this.allocated;
      this.allocate(max(needed, this.size << 1));
      memory.copy(this.room, start, left);
      heap.free(before);
    } else memory.copy(this.room, start, left);
    movePositions(start, this.room);
    this.behind = this.behind - start + this.room;
    this.filled = this.room + left;
    this.indexed = this.indexed - start + this.room;
    this.moveOperators(<u32>start, <u32>this.room);
    return this.filled;
  }

  /** Finds the operators of bytes that were put behind the others; a text that ends there must end in whole blocks. */
  index(length: u32, isLast: bool): void {
    const filled = this.filled + length;
    this.filled = filled;
    const there = isLast ? filled + BLOCK - 1 : max(filled - LONGEST_ESCAPE, this.indexed);
    const end = this.indexed + ((there - this.indexed) & ~(BLOCK - 1));
    if (isLast) memory.fill(filled, 32, BLOCK << 1);
    // No white space, so that nobody looks for its end in vain.
    v128.store(isLast ? filled + (BLOCK << 1) : filled, i8x16.splat(-1));
    const known = this.operatorsEnd - this.operators;
    const needed = known + ((end - this.indexed) << 2);
    if (needed > this.operatorsSize) {
      const read = this.operator - this.operators;
      this.operatorsSize = max(needed, this.operatorsSize << 1);
      this.operators = heap.realloc(this.operators, this.operatorsSize + SLACK);
      this.operator = this.operators + read;
    }
    this.operatorsEnd = indexStructure(this.indexed, end, filled, isLast, this.operators + known);
    this.indexed = end;
    for (let count: usize = 0; count < SENTINELS; count++) {
      store<u32>(this.operatorsEnd + (count << 2), <u32>nothing);
    }
  }

  /** Whether an operator is known, so many behind the next one. */
  knows(ahead: usize): bool {
    return this.signAt(ahead) !== NO_MORE;
  }

  signAt(ahead: usize): u32 {
    return <u32>load<u8>(this.at(ahead));
  }

  at(ahead: usize): usize {
    return <usize>load<u32>(this.operator + (ahead << 2));
  }

  private allocate(size: usize): void {
    this.size = size;
    this.allocated = heap.alloc(size + SLACK + BLOCK);
    this.room = (this.allocated + BLOCK - 1) & ~(BLOCK - 1);
  }

  private moveOperators(from: u32, to: u32): void {
    const bytes = this.operatorsEnd - this.operator;
    for (let at: usize = 0; at < bytes; at += 4) {
      store<u32>(this.operators + at, load<u32>(this.operator + at) - from + to);
    }
    this.operator = this.operators;
    this.operatorsEnd = this.operators + bytes;
  }
}
