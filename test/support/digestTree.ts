import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SeededNumbers } from './seededNumbers';

/** A key that signs digests as CloudTrail does, and what `aws cloudtrail list-public-keys` would print of it. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly fingerprint: string;
  readonly listed: string;
}

/** @param form how the public key is printed */
export function signingKey(form: 'pkcs1' | 'spki' = 'pkcs1', bits = 1024): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const der = publicKey.export({ type: form, format: 'der' });
  const fingerprint = createHash('md5').update(der).digest('hex');
  const entry = { Value: der.toString('base64'), Fingerprint: fingerprint, ValidityStartTime: '2026-01-01T00:00:00Z' };
  return { privateKey, fingerprint, listed: JSON.stringify({ PublicKeyList: [entry] }) };
}

/** A digest as it was delivered. */
export interface DeliveredDigest {
  readonly key: string;
  /** Members in the order of CloudTrail. */
  readonly fields: Record<string, unknown>;
  readonly text: string;
  readonly signature: string;
  readonly logs: readonly string[];
}

/** Digests of one trail in one Region, one behind the other, and the logs they name. */
export interface DigestChain {
  readonly account: string;
  readonly region: string;
  readonly digests: readonly DeliveredDigest[];
  /** Texts of logs by their keys. */
  readonly texts: ReadonlyMap<string, string>;
  /** Hours before which nothing was delivered, and the trail began anew. */
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
}

/** What a chain is like. */
export interface ChainOptions {
  readonly account: string;
  readonly region: string;
  /** Stands before `AWSLogs`, with a slash at its end, or is empty. */
  readonly prefix: string;
  /** Id of an organization with a slash at its end, or empty. */
  readonly organization: string;
  readonly hours: number;
  readonly key: SigningKey;
}

const BUCKET = 'trail-example';
const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-03-01T22:00:00Z');

/** Makes up a chain, ordinary digests and late ones, with the same outcome for the same numbers. */
export function digestChain(numbers: SeededNumbers, options: ChainOptions): DigestChain {
  const { account, region, prefix, organization, hours, key } = options;
  const texts = new Map<string, string>();
  const digests: DeliveredDigest[] = [];
  const gaps: { from: string; to: string }[] = [];
  const folder = `${prefix}AWSLogs/${organization}${account}`;
  let start = BEGIN;
  let previous: DeliveredDigest | undefined;
  for (let hour = 0; hour < hours; hour++) {
    if (hour > 0 && numbers.between(1, 8) === 1) {
      const from = start;
      start += numbers.between(1, 3) * HOUR;
      gaps.push({ from: isoOf(from), to: isoOf(start) });
      previous = undefined;
    }
    const logs = logsOf(numbers, folder, options, start, texts);
    const end = start + HOUR;
    previous = deliver({ folder, account, region, start, end, logs, texts, previous, suffix: '', key });
    digests.push(previous);
    start = end;
  }
  if (numbers.between(1, 3) === 1) {
    const logs = logsOf(numbers, folder, options, BEGIN, texts);
    const late = { folder, account, region, start: BEGIN, end: BEGIN + HOUR, logs, texts, previous: undefined };
    digests.push(deliver({ ...late, suffix: '_backfill', key }));
  }
  return { account, region, digests, texts, gaps };
}

function logsOf(
  numbers: SeededNumbers,
  folder: string,
  { account, region }: ChainOptions,
  start: number,
  texts: Map<string, string>,
): readonly string[] {
  const logs: string[] = [];
  for (let count = numbers.between(0, 4); count > 0; count--) {
    const time = start + numbers.between(1, 11) * 5 * 60_000;
    const log = logKey(folder, account, region, time, numbers);
    const twice = numbers.between(1, 12) === 1 ? logs.at(-1) : undefined;
    texts.set(log, texts.get(twice ?? '') ?? logText(numbers, time));
    logs.push(log);
  }
  return logs;
}

/** A key as CloudTrail gives it. */
export function logKey(folder: string, account: string, region: string, time: number, numbers: SeededNumbers): string {
  const day = isoOf(time).slice(0, 10).replaceAll('-', '/');
  const name = `${account}_CloudTrail_${region}_${compact(time).replace(/\d\dZ$/, 'Z')}_${word(numbers)}.json.gz`;
  return `${folder}/CloudTrail/${region}/${day}/${name}`;
}

/** A log of one event that no other has. */
export function logText(numbers: SeededNumbers, time: number): string {
  const event = { eventVersion: '1.11', eventTime: isoOf(time), eventName: 'ListUsers', eventID: word(numbers) };
  return JSON.stringify({ Records: [event] });
}

function word(numbers: SeededNumbers): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 16 }, () => letters[numbers.between(0, letters.length - 1)]).join('');
}

interface Delivery {
  readonly folder: string;
  readonly account: string;
  readonly region: string;
  readonly start: number;
  readonly end: number;
  readonly logs: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly previous: DeliveredDigest | undefined;
  readonly suffix: string;
  readonly key: SigningKey;
}

function deliver(delivery: Delivery): DeliveredDigest {
  const { folder, account, region, start, end, logs, texts, previous, suffix, key: signing } = delivery;
  const day = isoOf(end).slice(0, 10).replaceAll('-', '/');
  const name = `${account}_CloudTrail-Digest_${region}_main_us-east-1_${compact(end)}${suffix}.json.gz`;
  const key = `${folder}/CloudTrail-Digest/${region}/${day}/${name}`;
  const fields = {
    awsAccountId: account,
    digestStartTime: isoOf(start),
    digestEndTime: isoOf(end),
    digestS3Bucket: BUCKET,
    digestS3Object: key,
    digestPublicKeyFingerprint: signing.fingerprint,
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: null,
    oldestEventTime: null,
    previousDigestS3Bucket: previous === undefined ? null : BUCKET,
    previousDigestS3Object: previous?.key ?? null,
    previousDigestHashValue: previous === undefined ? null : sha256(previous.text),
    previousDigestHashAlgorithm: previous === undefined ? null : 'SHA-256',
    previousDigestSignature: previous?.signature ?? null,
    logFiles: logs.map((log) => ({
      s3Bucket: BUCKET,
      s3Object: log,
      hashValue: sha256(texts.get(log) ?? ''),
      hashAlgorithm: 'SHA-256',
      newestEventTime: isoOf(end),
      oldestEventTime: isoOf(start),
    })),
  };
  const text = JSON.stringify(fields);
  const signed = `${isoOf(end)}\n${BUCKET}/${key}\n${sha256(text)}\n${previous?.signature ?? 'null'}`;
  const signature = sign('sha256', Buffer.from(signed), signing.privateKey).toString('hex');
  return { key, fields, text, signature, logs };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** As CloudTrail packs logs and digests; quickly. */
export function packed(text: string): Buffer {
  return gzipSync(text, { level: 1 });
}

function isoOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function compact(time: number): string {
  return isoOf(time).replaceAll(/[-:]/g, '');
}
