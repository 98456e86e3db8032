import { deliveryName } from '../check/deliveryName';
import type { PlacedAt } from './layout';
import { reasons } from './reasons';
import type { SeenContent, SeenFile } from './seenFile';

/** What can be said of a log. */
export interface LogVerdict {
  readonly file: string;
  readonly status: 'unchanged' | 'changed' | 'missing' | 'not-covered' | 'cannot-tell';
  /** Sentences; empty where there is nothing to say. */
  readonly reason: string;
  /** The digest that names it. */
  readonly digest: string | null;
  /** Something is not in order. That a log was unpacked, or is later than the last digest, is. */
  readonly isFaulty: boolean;
  /** Somebody should be told of it. */
  readonly isNoted: boolean;
}

/** A log that digests name. */
export interface WantedLog {
  readonly key: string;
  readonly at: PlacedAt;
  readonly namedBy: readonly Naming[];
}

/** What a digest says of a log. */
export interface Naming {
  readonly digest: string;
  readonly status: 'chained' | 'changed' | 'missing' | 'cannot-tell';
  readonly sha256: string;
}

/** Where texts are that digests name, and whose they are. Nobody asks where all is in order, so nothing is looked through before. */
export class TextsByHash {
  readonly #contents: ReadonlyMap<string, SeenFile['content']>;
  readonly #logs: readonly WantedLog[];
  #files: ReadonlyMap<string, string> | undefined;
  #wanted: ReadonlyMap<string, WantedLog> | undefined;

  constructor(files: ReadonlyMap<string, SeenFile['content']>, wanted: readonly WantedLog[]) {
    this.#contents = files;
    this.#logs = wanted;
  }

  fileWith(sha256: string): string | undefined {
    this.#files ??= filesByHash(this.#contents);
    return this.#files.get(sha256);
  }

  /** The log whose text a file holds. */
  wantedAs(content: SeenContent): WantedLog | undefined {
    this.#wanted ??= wantedByHash(this.#logs);
    const { sha256, ofAllMembers } = content;
    return this.#wanted.get(sha256) ?? (ofAllMembers === undefined ? undefined : this.#wanted.get(ofAllMembers));
  }
}

function filesByHash(contents: ReadonlyMap<string, SeenFile['content']>): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [file, content] of contents)
    if (!('failure' in content)) for (const hash of hashesOf(content)) files.set(hash, file);
  return files;
}

function wantedByHash(logs: readonly WantedLog[]): ReadonlyMap<string, WantedLog> {
  const wanted = new Map<string, WantedLog>();
  // Of several logs with one text the one that is missing is told.
  for (const log of logs)
    for (const { sha256, status } of log.namedBy)
      if (status === 'chained' && (log.at.file === undefined || !wanted.has(sha256))) wanted.set(sha256, log);
  return wanted;
}

/** Judges a log that digests name. */
export function judgeWanted(log: WantedLog, content: SeenFile['content'] | undefined, texts: TextsByHash): LogVerdict {
  const { at, namedBy } = log;
  const [only] = namedBy;
  // So it is with nearly all of them.
  if (namedBy.length === 1 && only !== undefined && at.file !== undefined && isAsNamed(content, only))
    return { file: at.file, status: 'unchanged', reason: '', digest: only.digest, isFaulty: false, isNoted: false };
  const trusted = namedBy.filter(({ status }) => status === 'chained');
  const [first = namedBy[0]] = trusted;
  const file = at.file ?? at.path;
  const digest = first?.digest ?? null;
  const verdict = (status: LogVerdict['status'], reason: string, by = digest, isFaulty = true): LogVerdict => ({
    file,
    status,
    reason,
    digest: by,
    isFaulty,
    isNoted: reason !== '',
  });
  if (first === undefined || trusted.length === 0) {
    const isChanged = namedBy.every(({ status }) => status === 'changed');
    return verdict('cannot-tell', isChanged ? reasons.onlyChanged(digest ?? '') : reasons.onlyUnproven(digest ?? ''));
  }
  if (at.file === undefined || content === undefined) {
    const elsewhere = texts.fileWith(first.sha256);
    if (elsewhere !== undefined) return verdict('missing', reasons.isAt(elsewhere));
    return verdict('missing', at.isOutside ? reasons.outside : reasons.isNotHere);
  }
  if ('failure' in content) return verdict('cannot-tell', reasons.unread(content.failure));
  const hashes = hashesOf(content);
  const fitting = trusted.find(({ sha256 }) => hashes.includes(sha256));
  if (fitting === undefined) {
    const other = texts.wantedAs(content);
    if (content.damage !== undefined) return verdict('changed', reasons.logDamaged(content.damage));
    return verdict('changed', other === undefined ? reasons.otherText : reasons.holdsTextOf(other.key));
  }
  // Whoever unpacks it to its end is told that it is damaged, and so says the AWS CLI.
  if (content.damage === 'checksum' || content.damage === 'broken')
    return verdict('changed', reasons.logDamaged(content.damage), fitting.digest);
  const contrary = trusted.find(({ sha256 }) => sha256 !== fitting.sha256);
  const isByAll = fitting.sha256 !== content.sha256;
  const behind = isByAll || content.behind === 0 ? [] : [reasons.behind(content.behind)];
  const told = [
    ...(content.damage === undefined ? [] : [reasons.trailerCut]),
    ...(contrary === undefined ? [] : [reasons.otherDigestToo(contrary.digest)]),
    ...behind,
  ];
  const harmless = [...(content.isPacked ? [] : [reasons.unpackedSince]), ...(isByAll ? [reasons.packedAnew] : [])];
  return verdict('unchanged', [...harmless, ...told].join(' '), fitting.digest, told.length > 0);
}

/** Whether nothing else is to be said of a log than that it is unchanged. */
function isAsNamed(content: SeenFile['content'] | undefined, { status, sha256 }: Naming): boolean {
  if (status !== 'chained' || content === undefined || 'failure' in content || content.sha256 !== sha256) return false;
  return content.isPacked && content.behind === 0 && content.damage === undefined;
}

/** What is known of the time of digests. */
export interface DigestTimes {
  /** Undefined: there are no digests of this account and Region. */
  readonly of: (account: string, region: string) => { readonly first: number; readonly last: number } | undefined;
  /** A digest of that time that can't be read. */
  readonly unreadable: (account: string, region: string, time: number) => string | undefined;
  /** Whether no digest of that time is here. */
  readonly isInGap: (account: string, region: string, time: number) => boolean;
  readonly isEmpty: boolean;
}

/** Whether a file that no digest names is a log of WorkMail's own; one that is called or reads as CloudTrail's is judged as such. */
export function isOwnLog(file: string, content: SeenFile['content'], texts: TextsByHash): boolean {
  if ('failure' in content || !content.isOwnLog) return false;
  return deliveryName(file) === undefined && texts.wantedAs(content) === undefined;
}

/** Judges a file that no digest names; undefined for one that is no log. */
export function judgeOther(
  file: string,
  content: SeenFile['content'],
  texts: TextsByHash,
  times: DigestTimes,
): LogVerdict | undefined {
  const name = deliveryName(file);
  const failure = 'failure' in content ? content.failure : undefined;
  if (name === undefined && ('failure' in content || !content.namesEvents)) return undefined;
  const verdict = (status: LogVerdict['status'], reason: string, isFaulty = true): LogVerdict => ({
    file,
    status,
    reason: failure === undefined ? reason : `${reason} ${reasons.unread(failure)}`,
    digest: null,
    isFaulty,
    isNoted: true,
  });
  const same = 'failure' in content ? undefined : texts.wantedAs(content);
  if (same !== undefined)
    return verdict(
      'not-covered',
      same.at.file === undefined ? reasons.renamedLog(same.at.path) : reasons.copiedLog(same.at.path),
    );
  if (times.isEmpty) return verdict('not-covered', reasons.noDigests);
  if (name === undefined || Number.isNaN(name.time)) return verdict('not-covered', reasons.notNamed);
  const { account, region, time } = name;
  const unreadable = times.unreadable(account, region, time);
  if (unreadable !== undefined) return verdict('cannot-tell', reasons.unreadableDigest(unreadable));
  const reach = times.of(account, region);
  if (reach === undefined) return verdict('not-covered', reasons.notNamed);
  if (time > reach.last) return verdict('not-covered', reasons.afterLast, false);
  if (time < reach.first) return verdict('not-covered', reasons.beforeFirst);
  return verdict('not-covered', times.isInGap(account, region, time) ? reasons.inGap : reasons.notNamed);
}

function hashesOf({ sha256, ofAllMembers }: SeenContent): readonly string[] {
  return ofAllMembers === undefined ? [sha256] : [sha256, ofAllMembers];
}
