import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** In an hour. */
const LOGS_OF_DIGEST = 100;
const HOUR = 3_600_000;
const BEGIN = Date.parse('2025-01-01T00:00:00Z');
const BUCKET = 'trail-example';

/**
 * Writes a chain of digests that name all logs of a folder.
 *
 * @param bucket the folder with the logs, as S3 lays it
 * @param folder gets the digests
 */
export async function writeDigests(bucket: string, folder: string): Promise<void> {
  const logs = readdirSync(bucket, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json.gz'))
    .sort();
  let before: { readonly key: string; readonly text: string } | undefined;
  for (let at = 0, start = BEGIN; at < logs.length; at += LOGS_OF_DIGEST, start += HOUR) {
    const end = isoOf(start + HOUR);
    const day = end.slice(0, 10).replaceAll('-', '/');
    const stamp = end.replaceAll(/[-:]/g, '');
    const key = `AWSLogs/111111111111/CloudTrail-Digest/us-east-1/${day}/111111111111_CloudTrail-Digest_us-east-1_main_us-east-1_${stamp}.json.gz`;
    const text = JSON.stringify({
      awsAccountId: '111111111111',
      digestStartTime: isoOf(start),
      digestEndTime: end,
      digestS3Bucket: BUCKET,
      digestS3Object: key,
      digestPublicKeyFingerprint: '00',
      digestSignatureAlgorithm: 'SHA256withRSA',
      previousDigestS3Bucket: before === undefined ? null : BUCKET,
      previousDigestS3Object: before?.key ?? null,
      previousDigestHashValue: before === undefined ? null : sha256(before.text),
      previousDigestHashAlgorithm: 'SHA-256',
      previousDigestSignature: before === undefined ? null : '00',
      logFiles: logs.slice(at, at + LOGS_OF_DIGEST).map((log) => ({
        s3Bucket: BUCKET,
        s3Object: log.replaceAll(path.sep, '/'),
        hashValue: sha256(gunzipSync(readFileSync(path.join(bucket, log)))),
        hashAlgorithm: 'SHA-256',
      })),
    });
    const file = path.join(folder, key);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, gzipSync(text));
    before = { key, text };
  }
}

function isoOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
