import { isDeepStrictEqual } from 'node:util';
import type { Inflated } from '../../server/src/bytes/stream';
import { defaultLimits, type Limits } from '../../server/src/host/limits';
import type { Inflater } from '../../server/src/inflate/inflater';
import { unpackBy } from '../../server/src/node/files/inflate';
import { inflatedByZlib } from './inflatedByZlib';
import { newInflater, shippedInflater } from './inflater';
import { type RandomArchive, RandomArchives } from './randomArchives';
import { noInflater, withBuffer } from './unpackBothWays';

/** What a run over many archives has found. */
export interface InflationTable {
  readonly archives: number;
  /** Streams that are whole or cut off, and files of which something was read. */
  readonly wholeStreams: number;
  readonly cutStreams: number;
  readonly readFiles: number;
  /** Archives of which both ways do not say the same, the first few of them, in base64. */
  readonly different: readonly { readonly what: string; readonly bytes: string }[];
}

/** Bytes that are read at a time: as many as can be, and so few that edges lie everywhere. */
const AT_ONCE = [undefined, undefined, 1, 7, 100, 1000] as const;
const MOST_KEPT = 5;
const LIMITS: readonly Limits[] = [
  defaultLimits,
  defaultLimits,
  { ...defaultLimits, size: 700 },
  { ...defaultLimits, members: 2, ratio: 2, ratioFrom: 400 },
];

/** Inflates so many random archives with zlib and with the inflater. The same seed makes the same archives. */
export function runInflations(seed: number, count: number): InflationTable {
  const archives = new RandomArchives(seed);
  const module = shippedInflater();
  const inflaters = AT_ONCE.map((atOnce) => newInflater(atOnce, module));
  const sums = { archives: 0, wholeStreams: 0, cutStreams: 0, readFiles: 0 };
  const different: { what: string; bytes: string }[] = [];
  for (const before = Error.stackTraceLimit; sums.archives < count; Error.stackTraceLimit = before) {
    // What zlib says of damaged streams is thrown away, and so need not be traced.
    Error.stackTraceLimit = 0;
    const archive = archives.next();
    const inflater = inflaters[sums.archives % inflaters.length];
    const limits = LIMITS[sums.archives % LIMITS.length];
    sums.archives++;
    if (inflater === undefined || limits === undefined) continue;
    const { end, isRead, differences } = compare(archive, inflater, limits);
    if (end === 'whole') sums.wholeStreams++;
    if (end === 'cut') sums.cutStreams++;
    if (isRead) sums.readFiles++;
    if (different.length < MOST_KEPT) different.push(...differences);
  }
  return { ...sums, different };
}

function compare(
  { file, stream }: RandomArchive,
  inflater: Inflater,
  limits: Limits,
): {
  end: Inflated['end'] | undefined;
  isRead: boolean;
  differences: readonly { what: string; bytes: string }[];
} {
  const differences: { what: string; bytes: string }[] = [];
  const byZlib = inflatedByZlib(stream);
  inflater.forget();
  const found = inflater.inflate({ bytes: stream, expected: 0, most: 2 ** 20 });
  const own = found && { ...found, output: Buffer.from(found.output) };
  if (!isDeepStrictEqual(own, byZlib)) differences.push({ what: 'stream', bytes: stream.toString('base64') });
  const read = unpackBy(noInflater, file, file.length, limits);
  const readByOwn = unpackBy(() => inflater, file, file.length, limits);
  if (!isDeepStrictEqual(withBuffer(read), withBuffer(readByOwn)))
    differences.push({ what: 'file', bytes: file.toString('base64') });
  return { end: byZlib?.end, isRead: !('failure' in read), differences };
}

/** The table of a run, for people. */
export function shownInflations({ archives, wholeStreams, cutStreams, readFiles, different }: InflationTable): string {
  const sums = `${archives} archives, ${wholeStreams} whole streams and ${cutStreams} cut ones, ${readFiles} files of which something was read`;
  return [sums, ...different.map((each) => JSON.stringify(each))].join('\n');
}
