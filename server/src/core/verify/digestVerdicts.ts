import type { DigestVerdict } from './chain';
import { type FoundDigest, objectId } from './claims';
import type { S3Object } from './digest';
import { reasons } from './reasons';
import type { SortedFiles } from './sortFiles';

/** What is said of all digests: those that are here, and those that are named and are not. */
export interface DigestsTold {
  readonly verdicts: readonly DigestVerdict[];
  /** Keys of those that are not here. */
  readonly missing: readonly string[];
}

/** @param judged what the chain says of each digest that can be read, by its file */
export function tellDigests(
  { digests, unreadable, at }: SortedFiles,
  judged: ReadonlyMap<string, DigestVerdict>,
): DigestsTold {
  const byObject = new Map(digests.map((found) => [objectId(found.digest.object), found]));
  const verdicts: DigestVerdict[] = digests.flatMap((found) => {
    const verdict = judged.get(found.file);
    return verdict === undefined ? [] : [withNote(verdict, misnamed(found, at))];
  });
  for (const { file, reason, isChanged } of unreadable)
    verdicts.push(unsigned(file, isChanged ? 'changed' : 'cannot-tell', reason));

  const missing = new Map<string, { readonly object: S3Object; readonly reason: string }>();
  const firstEnd = Math.min(...digests.map(({ digest }) => digest.end ?? Number.POSITIVE_INFINITY));
  for (const { file, digest } of digests) {
    const object = digest.previous?.object;
    // What a changed digest names may never have been.
    if (object === undefined || at(object).file !== undefined || judged.get(file)?.status === 'changed') continue;
    const there = byObject.get(objectId(object))?.file;
    const isBeforeAll = digest.end === firstEnd;
    const reason =
      there === undefined ? reasons.missingDigest(file) + (isBeforeAll ? reasons.beforeAll : '') : reasons.isAt(there);
    missing.set(objectId(object), { object, reason });
  }
  for (const { file, digest, fault } of digests)
    if (fault === undefined && at(digest.object).file === undefined)
      missing.set(objectId(digest.object), { object: digest.object, reason: reasons.isAt(file) });
  for (const { object, reason } of missing.values()) verdicts.push(unsigned(at(object).path, 'missing', reason));
  return { verdicts, missing: Array.from(missing.values(), ({ object }) => object.key) };
}

/** What is said of a digest that lies where none belongs. */
function misnamed({ file, digest, fault }: FoundDigest, at: SortedFiles['at']): string {
  const { file: there, path } = at(digest.object);
  if (fault !== undefined || there === file) return '';
  return there === undefined ? reasons.renamedDigest(path) : reasons.copiedDigest(there);
}

function withNote(verdict: DigestVerdict, note: string): DigestVerdict {
  if (note === '') return verdict;
  const reason = verdict.reason === '' ? note : `${note} ${verdict.reason}`;
  return { ...verdict, reason, isFaulty: true, isNoted: true };
}

function unsigned(file: string, status: DigestVerdict['status'], reason: string): DigestVerdict {
  return { file, status, signature: 'not-checked', reason, isFaulty: true, isNoted: true };
}
