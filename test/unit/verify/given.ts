/** Files of a place, made up by hand: digests that say what a test wants them to. */
import { createHash } from 'node:crypto';
import {
  type SeenFile,
  type Verification,
  verificationData,
  verifyFiles,
} from '../../../server/src/core/verify/integrity';
import { defaultLimits } from '../../../server/src/host/limits';
import { hashContent } from '../../../server/src/node/verify/hashContent';
import { packed } from '../../support/digestTree';

const ACCOUNT = '111111111111';
const LOGS = `AWSLogs/${ACCOUNT}/CloudTrail/us-east-1/2026/03/01`;
const DIGESTS = `AWSLogs/${ACCOUNT}/CloudTrail-Digest/us-east-1/2026/03/01`;

/** The path of a log that was delivered at an hour and a minute: `log('08:05')`. */
export function log(clock: string, unique = 'abcdefghijklmnop'): string {
  return `${LOGS}/${ACCOUNT}_CloudTrail_us-east-1_20260301T${clock.replace(':', '')}Z_${unique}.json.gz`;
}

/** The path of the digest that ends at an hour: `digest('09')`. */
export function digest(hour: string, suffix = ''): string {
  return `${DIGESTS}/${ACCOUNT}_CloudTrail-Digest_us-east-1_main_us-east-1_20260301T${hour}0000Z${suffix}.json.gz`;
}

/** The text of a log that no other has. */
export function textOf(path: string): string {
  return JSON.stringify({ Records: [{ eventVersion: '1.11', eventName: 'ListUsers', eventID: path }] });
}

/** The text of the digest that ends at an hour and names some logs. */
export function digestText(
  hour: string,
  logs: readonly string[],
  before?: { readonly hour: string; readonly text: string },
  others: object = {},
): string {
  return JSON.stringify({
    awsAccountId: ACCOUNT,
    digestStartTime: `2026-03-01T${String(Number(hour) - 1).padStart(2, '0')}:00:00Z`,
    digestEndTime: `2026-03-01T${hour}:00:00Z`,
    digestS3Bucket: 'trail-example',
    digestS3Object: digest(hour),
    digestPublicKeyFingerprint: '00ff',
    digestSignatureAlgorithm: 'SHA256withRSA',
    previousDigestS3Bucket: before === undefined ? null : 'trail-example',
    previousDigestS3Object: before === undefined ? null : digest(before.hour),
    previousDigestHashValue: before === undefined ? null : sha256(before.text),
    previousDigestHashAlgorithm: before === undefined ? null : 'SHA-256',
    previousDigestSignature: before === undefined ? null : '0a0b',
    logFiles: logs.map((path) => ({
      s3Bucket: 'trail-example',
      s3Object: path,
      hashValue: sha256(textOf(path)),
      hashAlgorithm: 'SHA-256',
    })),
    ...others,
  });
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What is said of some files; texts are packed as CloudTrail packs them. */
export function verified(files: Readonly<Record<string, string | Uint8Array>>): Verification {
  return verifyFiles(seen(files), { check: undefined, signatures: new Map() });
}

/** The same as `verify --json` prints it, each file in a line: status and reason. */
export function told(files: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  const { logs, digests, gaps } = Object(verificationData(verified(files)));
  const lines = [...logs, ...digests].map(
    ({ file, status, reason }: Record<string, string>) => `${status}: ${name(file)}: ${shortened(reason)}`,
  );
  return [...lines, ...gaps.map((gap: Record<string, string>) => `gap: ${gap.from} ${gap.to}`)];
}

/** Without what is said of signatures, of which there are none here. */
function shortened(reason = ''): string {
  return [DIGESTS, LOGS].reduce(
    (text, folder) => text.replaceAll(`${folder}/`, ''),
    reason.replace(/ ?(?:No public keys were given|Its signature is lost).*$/, ''),
  );
}

function name(file = ''): string {
  return file.replace(`${DIGESTS}/`, '').replace(`${LOGS}/`, '');
}

export function seen(files: Readonly<Record<string, string | Uint8Array>>): readonly SeenFile[] {
  return Object.entries(files).map(([file, content]) => ({
    file,
    content: hashContent(typeof content === 'string' ? packed(content) : content, file, defaultLimits, undefined),
  }));
}
