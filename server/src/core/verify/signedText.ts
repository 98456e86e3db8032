import type { Digest } from './digest';

/**
 * The text that CloudTrail signs for a digest (AWS: "Custom implementations of CloudTrail log file integrity validation").
 *
 * @param sha256 of the text of the digest, unpacked
 */
export function signedText({ endWritten, object, previousSignature }: Digest, sha256: string): string {
  // The first digest of a chain has no signature before it, and the word for that is signed.
  return `${endWritten}\n${object.bucket}/${object.key}\n${sha256}\n${previousSignature ?? 'null'}`;
}
