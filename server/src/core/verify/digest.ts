/** What a digest says, as far as it is as CloudTrail writes digests. Every value is an attacker's pen. */
export interface Digest {
  readonly account: string | undefined;
  /** In milliseconds since 1970; undefined where it is no time. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** As it is written, and signed. */
  readonly endWritten: string;
  /** Where CloudTrail has put it. */
  readonly object: S3Object;
  readonly fingerprint: string;
  readonly algorithm: string | undefined;
  /** What it says of the digest before it; undefined in the first digest of a chain. */
  readonly previous: PreviousDigest | undefined;
  /** As it is written: null in the first digest of a chain. */
  readonly previousSignature: string | null;
  readonly logs: readonly NamedLog[];
  /** Entries of its list of logs that name none, or without a hash that is known here. */
  readonly oddLogs: number;
}

/** An object in S3, by its names. */
export interface S3Object {
  readonly bucket: string;
  readonly key: string;
}

/** What a digest says of the one before it. */
export interface PreviousDigest {
  readonly object: S3Object;
  /** SHA-256 of its text; undefined where none is given that is known here. */
  readonly sha256: string | undefined;
  readonly signature: string | undefined;
}

/** A log that a digest names. */
export interface NamedLog {
  readonly object: S3Object;
  readonly sha256: string;
}

/**
 * Reads the text of a digest.
 *
 * @returns a clause that says what is wrong with it
 */
export function readDigest(text: string): Digest | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'its text is not JSON';
  }
  if (!isObject(read) || Array.isArray(read)) return 'its text is not a JSON object';
  const fields = read;
  const lacking = REQUIRED.find((name) => !Object.hasOwn(fields, name));
  if (lacking !== undefined) return `it has no ${lacking}, which every digest has`;
  const [bucket, key] = [textIn(fields, 'digestS3Bucket'), textIn(fields, 'digestS3Object')];
  const [endWritten, fingerprint] = [textIn(fields, 'digestEndTime'), textIn(fields, 'digestPublicKeyFingerprint')];
  if (bucket === undefined || key === undefined) return 'it does not say in text where CloudTrail has put it';
  if (endWritten === undefined || fingerprint === undefined) return 'its end or the fingerprint of its key is not text';
  const logs = valueIn(fields, 'logFiles') ?? [];
  if (!Array.isArray(logs)) return 'its logFiles is not a list';
  const named = logs.map(namedLog).filter((log) => log !== undefined);
  const start = textIn(fields, 'digestStartTime');
  return {
    account: textIn(fields, 'awsAccountId'),
    start: start === undefined ? undefined : momentOf(start),
    end: momentOf(endWritten),
    endWritten,
    object: { bucket, key },
    fingerprint: fingerprint.toLowerCase(),
    algorithm: textIn(fields, 'digestSignatureAlgorithm'),
    previous: previousOf(fields),
    previousSignature: textIn(fields, 'previousDigestSignature') ?? null,
    logs: named,
    oddLogs: logs.length - named.length,
  };
}

type Fields = { readonly [name: string]: unknown };

/** What the validator of the AWS CLI demands of every digest. */
const REQUIRED = [
  'digestPublicKeyFingerprint',
  'digestS3Bucket',
  'digestS3Object',
  'previousDigestSignature',
  'digestEndTime',
  'digestStartTime',
] as const;

function previousOf(fields: Fields): PreviousDigest | undefined {
  const [bucket, key] = [textIn(fields, 'previousDigestS3Bucket'), textIn(fields, 'previousDigestS3Object')];
  if (bucket === undefined || key === undefined) return undefined;
  const sha256 = hashIn(fields, 'previousDigestHashValue', 'previousDigestHashAlgorithm');
  return { object: { bucket, key }, sha256, signature: textIn(fields, 'previousDigestSignature') };
}

function namedLog(entry: unknown): NamedLog | undefined {
  if (!isObject(entry)) return undefined;
  const [bucket, key] = [textIn(entry, 's3Bucket'), textIn(entry, 's3Object')];
  const sha256 = hashIn(entry, 'hashValue', 'hashAlgorithm');
  return bucket === undefined || key === undefined || sha256 === undefined
    ? undefined
    : { object: { bucket, key }, sha256 };
}

function hashIn(fields: Fields, name: string, algorithm: string): string | undefined {
  const [value, by] = [textIn(fields, name)?.toLowerCase(), textIn(fields, algorithm) ?? 'SHA-256'];
  return value !== undefined && /^[0-9a-f]{64}$/.test(value) && /^SHA-?256$/i.test(by) ? value : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function valueIn(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function textIn(fields: Fields, name: string): string | undefined {
  const value = valueIn(fields, name);
  return typeof value === 'string' ? value : undefined;
}

const TIME = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z$/;

/** A time as digests and their names write it: `2026-03-01T08:00:00Z` or `20260301T080000Z`. Undefined for what is none. */
export function momentOf(written: string): number | undefined {
  const [, year, month, day, hour, minute, second] = TIME.exec(written) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
