/** A log spread over files as a trail delivers it to S3: a folder a day, a file for each stretch of minutes, digests beside. */
import { createHash } from 'node:crypto';
import { account } from './company.mjs';
import { diceOf } from './dice.mjs';

const region = 'us-east-1';
const bucket = 'example-corp-trail';
/** CloudTrail writes what happened within some minutes into one file, and delivers it a few minutes later. */
const STRETCH_MS = 30 * 60_000;
const DELAY_MS = 5 * 60_000;

/**
 * @typedef {import('./story.mjs').Fields} Fields
 * @typedef {{ name: string, content: string, whole: boolean }} Delivered a path below the bucket and its text, not yet packed
 */

/**
 * The files of a trail. One of them was delivered twice under two names, which happens; one is a download that broke off.
 *
 * @param {readonly Fields[]} records
 * @returns {readonly Delivered[]}
 */
export function trail(records) {
  const dice = diceOf(20260930);
  const files = Array.from(stretches(records), ([from, held]) => {
    const delivered = new Date(from + STRETCH_MS + DELAY_MS);
    return { name: logName(delivered, dice.capitals(16)), content: JSON.stringify({ Records: held }), delivered };
  });
  const again = files.at(4);
  if (again !== undefined) files.push({ ...again, name: logName(again.delivered, dice.capitals(16)) });
  const logs = files.map(({ name, content }, at) => ({ name, content, whole: at !== files.length - 2 }));
  return [...logs, ...digests(files)];
}

/** @param {readonly Fields[]} records @returns {ReadonlyMap<number, readonly Fields[]>} by when a stretch begins */
function stretches(records) {
  /** @type {Map<number, Fields[]>} */
  const found = new Map();
  for (const record of records) {
    const from = Math.floor(Date.parse(String(record.eventTime)) / STRETCH_MS) * STRETCH_MS;
    found.set(from, [...(found.get(from) ?? []), record]);
  }
  return new Map([...found].sort(([one], [other]) => one - other));
}

/** @param {Date} delivered @param {string} unique */
function logName(delivered, unique) {
  return `${folder('CloudTrail', delivered)}/${account}_CloudTrail_${region}_${stamp(delivered).slice(0, 13)}Z_${unique}.json.gz`;
}

/**
 * One digest for each day of deliveries, in a chain: each names the one before, lists the files since then and what they must hash to. Real ones
 * are written every hour, and signed. Nothing here is signed.
 *
 * @param {readonly { name: string, content: string, delivered: Date }[]} files
 * @returns {readonly Delivered[]}
 */
function digests(files) {
  const days = new Set(files.map(({ delivered }) => delivered.toISOString().slice(0, 10)));
  /** @type {{ end: string, name: string, content: string } | undefined} */
  let before;
  return [...days].map((day) => {
    const end = `${day}T23:59:59Z`;
    const logFiles = files
      .filter(({ delivered }) => delivered.toISOString().startsWith(day))
      .map(({ name, content }) => ({
        s3Bucket: bucket,
        s3Object: name,
        hashValue: sha256(content),
        hashAlgorithm: 'SHA-256',
      }));
    const name = digestName(new Date(end));
    const content = JSON.stringify({
      awsAccountId: account,
      digestStartTime: before?.end ?? `${day}T00:00:00Z`,
      digestEndTime: end,
      digestS3Bucket: bucket,
      digestS3Object: name,
      digestPublicKeyFingerprint: '00000000000000000000000000000000',
      digestSignatureAlgorithm: 'SHA256withRSA',
      previousDigestS3Bucket: before === undefined ? null : bucket,
      previousDigestS3Object: before?.name ?? null,
      previousDigestHashValue: before === undefined ? null : sha256(before.content),
      previousDigestHashAlgorithm: before === undefined ? null : 'SHA-256',
      previousDigestSignature: null,
      logFiles,
    });
    before = { end, name, content };
    return { name, content, whole: true };
  });
}

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @param {Date} end */
function digestName(end) {
  const name = `${account}_CloudTrail-Digest_${region}_example-trail_${region}_${stamp(end)}Z.json.gz`;
  return `${folder('CloudTrail-Digest', end)}/${name}`;
}

/** @param {string} kind @param {Date} time */
function folder(kind, time) {
  return `AWSLogs/${account}/${kind}/${region}/${time.toISOString().slice(0, 10).replaceAll('-', '/')}`;
}

/** `20260907T093500` @param {Date} time */
function stamp(time) {
  return time.toISOString().slice(0, 19).replace(/[-:]/g, '');
}
