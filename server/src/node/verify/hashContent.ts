import { createHash, hash } from 'node:crypto';
import { isMagic, readHeader, TRAILER, uint32 } from '../../bytes/gzipHeader';
import { digestName, type PackingDamage, type SeenContent } from '../../core/verify/integrity';
import { type Limits, limitNamed, roomFor } from '../../host/limits';
import type { Inflater } from '../../inflate/inflater';
import { inflateAtOnce } from '../files/inflateStream';

/**
 * Hashes what a file holds. Blocks meanwhile.
 *
 * @param bytes all bytes of the file
 * @param path as it is called, which tells digests
 */
export function hashContent(
  bytes: Uint8Array,
  path: string,
  limits: Limits,
  inflater: Inflater | undefined,
): SeenContent | { readonly failure: string } {
  if (!isMagic(bytes, 0)) return seen(bytes, path, false, 0);
  inflater?.forget();
  const first = readMember(bytes, 0, limits, inflater);
  if (first === undefined) return { failure: tooLong(limits) };
  const { text, end, damage } = first;
  const content = seen(text, path, true, bytes.length - end);
  if (damage !== undefined) return { ...content, damage };
  const all = hashOfAll(bytes, first, limits, inflater);
  return all === undefined ? content : { ...content, ofAllMembers: all };
}

interface Member {
  readonly text: Uint8Array;
  /** Offset behind it. */
  readonly end: number;
  readonly damage: PackingDamage | undefined;
}

/** Undefined where it has more text than the limits allow. */
function readMember(
  bytes: Uint8Array,
  start: number,
  limits: Limits,
  inflater: Inflater | undefined,
): Member | undefined {
  const { end: begin, isSound, matchesChecksum } = readHeader(bytes, start);
  if (begin === undefined) return { text: NOTHING, end: bytes.length, damage: 'cut' };
  // The length stands at the end of the file, as long as there is one member.
  const expected = uint32(bytes, bytes.length - 4);
  const most = roomFor(bytes.length, limits).bytes;
  const inflated = inflateAtOnce(inflater, { bytes: bytes.subarray(begin), expected, most }, limits);
  const { output: text, used, end, checksum } = inflated;
  if (end === 'full') return undefined;
  if (end !== 'whole') return { text, end: bytes.length, damage: end };
  const at = begin + used;
  if (at + TRAILER > bytes.length) return { text, end: bytes.length, damage: 'trailer-cut' };
  const isRight =
    isSound && matchesChecksum && uint32(bytes, at) === checksum && uint32(bytes, at + 4) === text.length >>> 0;
  return { text, end: at + TRAILER, damage: isRight ? undefined : 'checksum' };
}

const NOTHING = new Uint8Array();

/** Of a file that is nothing but several whole members. */
function hashOfAll(
  bytes: Uint8Array,
  first: Member,
  limits: Limits,
  inflater: Inflater | undefined,
): string | undefined {
  if (first.end === bytes.length) return undefined;
  const hash = createHash('sha256').update(first.text);
  let at = first.end;
  for (let count = 1; at < bytes.length; count++) {
    if (count === limits.members || !isMagic(bytes, at)) return undefined;
    const next = readMember(bytes, at, limits, inflater);
    if (next === undefined || next.damage !== undefined) return undefined;
    hash.update(next.text);
    at = next.end;
  }
  return hash.digest('hex');
}

/** No digest is longer, though it names as many logs as are delivered in an hour. Bytes. */
const LONGEST_DIGEST = 64 * 1024 * 1024;
/** What a digest is told by stands at its beginning. Bytes. */
const BEGINNING = 64 * 1024;

function seen(text: Uint8Array, path: string, isPacked: boolean, behind: number): SeenContent {
  const sha256 = sha256Of(text);
  const isCalledDigest = digestName(path) !== undefined;
  // So nearly all files begin, and searching them for other words takes as long as hashing them.
  if (!isCalledDigest && RECORDS.every((byte, at) => text[at] === byte))
    return { sha256, isPacked, behind, namesEvents: true, isOwnLog: false };
  const buffer = Buffer.from(text.buffer, text.byteOffset, text.length);
  const beginning = buffer.subarray(0, BEGINNING);
  const isOwnLog =
    !holdsAny(beginning, CLOUDTRAIL_WORDS) &&
    OWN_WORDS.some((words) => words.every((word) => beginning.includes(word))) &&
    !holdsAny(buffer, CLOUDTRAIL_WORDS);
  const content = { sha256, isPacked, behind, namesEvents: holdsAny(beginning, EVENT_WORDS), isOwnLog };
  const mayBeDigest = isCalledDigest || beginning.includes('"digestS3Object"');
  const digestText = mayBeDigest && text.length <= LONGEST_DIGEST ? utf8(text) : undefined;
  return digestText === undefined ? content : { ...content, digestText };
}

/** What stands near the beginning of every file of events, whatever else it is. */
const EVENT_WORDS = ['"Records"', 'eventVersion', 'eventTime', 'eventName'];
/** What stands near the beginning of logs that WorkMail itself writes, whatever holds them: audit logs, e-mail events, mail flow events. */
const OWN_WORDS = [
  ['event_timestamp'],
  ['organization_arn'],
  ['traceId', 'eventName'],
  ['summaryVersion', 'flowDirection'],
];
/** What stands in no such log: a log of CloudTrail must not pass for one by a word put into it. */
const CLOUDTRAIL_WORDS = ['"Records"', 'eventVersion', 'eventSource', 'userIdentity'];
/** What a log of CloudTrail begins with. A digest that begins so is called like one, or is none. */
const RECORDS = [...Buffer.from('{"Records"')];

function holdsAny(bytes: Buffer, words: readonly string[]): boolean {
  return words.some((word) => bytes.includes(word));
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** In hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return atOnce(bytes);
}

/** Node has the quick way since 20.12. */
const atOnce: (bytes: Uint8Array) => string =
  typeof hash === 'function'
    ? (bytes) => hash('sha256', bytes, 'hex')
    : (bytes) => createHash('sha256').update(bytes).digest('hex');

function tooLong(limits: Limits): string {
  return `it unpacks to more than ${limitNamed('size', limits)} and ${limitNamed('ratio', limits)} allow.`;
}
