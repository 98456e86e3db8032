import { momentOf } from './digest';

/** What CloudTrail says of a digest in the name it delivers it under. */
export interface DigestName {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  /** Name of the trail and its home Region: digests of one trail and Region are one chain. */
  readonly trail: string;
  /** Milliseconds since 1970; undefined for a time that does not exist. */
  readonly end: number | undefined;
  /** It came later, with logs that the digest of its hour lacks. */
  readonly isBackfill: boolean;
}

const NAME =
  /(?:^|\/)(\d{12})_CloudTrail-Digest_([a-z]{2}(?:-[a-z]+)+-\d+)_([^/]{1,300})_(\d{8}T\d{6}Z)(_backfill)?\.json(?:\.gz)?$/;

/**
 * Reads the name of a digest: `111111111111_CloudTrail-Digest_us-east-1_main_us-east-1_20260301T080000Z.json.gz`.
 *
 * @param path a key, or a path with slashes
 * @returns undefined for every other name
 */
export function digestName(path: string): DigestName | undefined {
  const parts = NAME.exec(path);
  if (parts === null) return undefined;
  const [, account = '', region = '', trail = '', end = '', backfill] = parts;
  return { account, region, trail, end: momentOf(end), isBackfill: backfill !== undefined };
}
