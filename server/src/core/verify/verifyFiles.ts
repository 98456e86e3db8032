import { byText } from '../investigate/order';
import { type DigestVerdict, judgeChain } from './chain';
import type { FoundDigest } from './claims';
import { digestName } from './digestName';
import { digestTimes } from './digestTimes';
import { tellDigests } from './digestVerdicts';
import { type Covered, type Gap, gapsBetween } from './gaps';
import {
  isOwnLog,
  judgeOther,
  judgeWanted,
  type LogVerdict,
  type Naming,
  TextsByHash,
  type WantedLog,
} from './logVerdicts';
import type { SeenFile } from './seenFile';
import type { Signing } from './signatureChecks';
import { type SortedFiles, sortFiles } from './sortFiles';

/** What can be said of the logs of a place by its digests. Everything is in the order of the paths. */
export interface Verification {
  readonly logs: readonly LogVerdict[];
  readonly digests: readonly DigestVerdict[];
  readonly gaps: readonly Gap[];
  /** Logs that WorkMail itself writes: no digest of CloudTrail ever covers them. */
  readonly ownLogs: readonly string[];
}

/**
 * Holds the files of a place against the CloudTrail digests among them.
 *
 * @param files all of them, digests too, in any order; none twice
 */
export function verifyFiles(files: readonly SeenFile[], signing: Signing): Verification {
  const sorted = sortFiles(files);
  const { digests, unreadable, others, at } = sorted;
  const verdictsOfChain = judgeChain(digests, (object) => at(object).file, signing);
  const judged = new Map(verdictsOfChain.map((verdict) => [verdict.file, verdict]));
  const { verdicts, missing } = tellDigests(sorted, judged);
  const unread = unreadable.map(({ file }) => file);
  const covered = [
    ...digests.flatMap((found) => timeOf(found, judged.get(found.file))),
    ...[...unread, ...missing].flatMap(timeInName),
  ];
  const gaps = gapsBetween(covered);

  const wanted = wantedLogs(sorted, judged);
  const texts = new TextsByHash(others, wanted);
  const times = digestTimes(covered, gaps, unreadable);
  const logs = wanted.map((log) =>
    judgeWanted(log, log.at.file === undefined ? undefined : others.get(log.at.file), texts),
  );
  const named = new Set(wanted.map(({ at }) => at.file));
  const ownLogs: string[] = [];
  for (const [file, content] of others) {
    if (!named.has(file) && isOwnLog(file, content, texts)) {
      ownLogs.push(file);
      continue;
    }
    const verdict = named.has(file) ? undefined : judgeOther(file, content, texts, times);
    if (verdict !== undefined) logs.push(verdict);
  }
  return { logs: inOrder(logs), digests: inOrder(verdicts), gaps, ownLogs: ownLogs.sort(byText) };
}

/** The same of files that somebody chose: what digests name and nobody chose is not missing, and hours without a digest are no gap. */
export function ofChosen({ logs, digests, ownLogs }: Verification): Verification {
  return {
    logs: logs.filter(({ status }) => status !== 'missing'),
    digests: digests.filter(({ status }) => status !== 'missing'),
    gaps: [],
    ownLogs,
  };
}

/** All logs that digests name, each once, with everything that is said of it. */
function wantedLogs({ digests, at }: SortedFiles, judged: ReadonlyMap<string, DigestVerdict>): readonly WantedLog[] {
  const wanted: (WantedLog & { readonly namedBy: Naming[] })[] = [];
  const byBucket = new Map<string, Map<string, (typeof wanted)[number]>>();
  for (const { file, digest } of digests) {
    const status = judged.get(file)?.status ?? 'cannot-tell';
    for (const { object, sha256 } of digest.logs) {
      const naming = { digest: file, status, sha256 };
      const { bucket, key } = object;
      const byKey = byBucket.get(bucket) ?? new Map();
      const known = byKey.get(key);
      if (known !== undefined) {
        known.namedBy.push(naming);
        continue;
      }
      const log = { key, at: at(object), namedBy: [naming] };
      byBucket.set(bucket, byKey.set(key, log));
      wanted.push(log);
    }
  }
  return wanted;
}

/** The time of a digest: as it says, unless it was changed. */
function timeOf({ digest }: FoundDigest, verdict: DigestVerdict | undefined): readonly Covered[] {
  const { object, account: written, start, end } = digest;
  const name = digestName(object.key);
  if (verdict?.status === 'changed' && name !== undefined) return timeInName(object.key);
  const account = name?.account ?? written;
  const region = name?.region ?? /CloudTrail-Digest\/([a-z0-9-]{1,40})\//.exec(object.key)?.[1];
  if (account === undefined || region === undefined || end === undefined) return [];
  const isOrdered = start !== undefined && start < end;
  return [{ account, region, chain: name?.trail ?? '', start: isOrdered ? start : undefined, end }];
}

function timeInName(path: string): readonly Covered[] {
  const name = digestName(path);
  if (name?.end === undefined) return [];
  const { account, region, trail, end } = name;
  return [{ account, region, chain: trail, start: undefined, end }];
}

function inOrder<T extends { readonly file: string }>(verdicts: readonly T[]): readonly T[] {
  return [...verdicts].sort((left, right) => byText(left.file, right.file));
}
