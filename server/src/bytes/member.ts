import type { ReadNote } from '../host/logFiles';
import { CHECKSUM, otherStreamStarts, readHeader, TRAILER, uint32 } from './gzipHeader';
import * as say from './notes';
import type { DeflateStream, Inflated } from './stream';

/** One gzip member, as far as it could be read. */
export interface Member {
  readonly output: Uint8Array;
  /** Offset behind it; behind what could be read of it when it is damaged. */
  readonly end: number;
  readonly state: Inflated['end'];
  /** It came to its end and its checksum is right. */
  readonly isSound: boolean;
  readonly notes: readonly ReadNote[];
}

/** @param most bytes of output at most */
export function* readMember(
  bytes: Uint8Array,
  start: number,
  most: number,
): Generator<DeflateStream, Member, Inflated> {
  const header = readHeader(bytes, start);
  let first: Member | undefined;
  if (header.end !== undefined) {
    first = memberOf(
      bytes,
      header.end,
      yield {
        bytes: bytes.subarray(header.end),
        // The last four bytes of a file with one member, as nearly every one, say how long its text is.
        expected: start === 0 ? uint32(bytes, bytes.length - 4) : 0,
        most,
      },
    );
    if (first.isSound || first.state === 'full') return withHeader(first, header.isSound, header.matchesChecksum);
  }
  for (const at of otherStreamStarts(bytes, start)) {
    if (at === header.end) continue;
    const other = memberOf(bytes, at, yield { bytes: bytes.subarray(at), expected: 0, most });
    if (other.isSound) return withHeader(other, false, true);
  }
  if (first === undefined) {
    return { output: new Uint8Array(), end: bytes.length, state: 'cut', isSound: false, notes: [say.headerCut] };
  }
  return withHeader(first, header.isSound, true);
}

function withHeader(member: Member, isSound: boolean, matchesChecksum: boolean): Member {
  if (isSound && matchesChecksum) return member;
  return { ...member, notes: [isSound ? say.headerChecksum : say.headerDamaged, ...member.notes] };
}

function memberOf(bytes: Uint8Array, start: number, { output, used, end: state, checksum }: Inflated): Member {
  const at = start + used;
  if (state !== 'whole') {
    const notes =
      state === 'cut' ? [say.cut(output.length)] : state === 'broken' ? [say.broken(at, output.length)] : [];
    return { output, end: at, state, isSound: false, notes };
  }
  const there = Math.min(TRAILER, bytes.length - at);
  const isRight = there < CHECKSUM || uint32(bytes, at) === checksum;
  const notes: ReadNote[] = [];
  if (!isRight) notes.push(say.checksum);
  if (there < CHECKSUM) notes.push(say.checksumCut(TRAILER - there));
  else if (there < TRAILER) notes.push(say.lengthCut(TRAILER - there));
  else if (isRight && uint32(bytes, at + 4) !== output.length % 2 ** 32) {
    notes.push(say.wrongLength(uint32(bytes, at + 4), output.length));
  }
  return { output, end: at + there, state, isSound: isRight && there >= CHECKSUM, notes };
}
