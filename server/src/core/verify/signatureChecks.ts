import type { Claim, FoundDigest } from './claims';
import { reasons } from './reasons';
import { isSignature, type Signatures } from './signatures';
import { signedText } from './signedText';

/**
 * Checks one signature, SHA-256 with RSA.
 *
 * @param signature hexadecimal digits
 * @param fingerprint of the public key
 * @returns undefined when there is no such key
 */
export type SignatureCheck = (text: string, signature: string, fingerprint: string) => boolean | undefined;

/** What somebody gives to check signatures by. */
export interface Signing {
  /** Undefined: no public keys were given. */
  readonly check: SignatureCheck | undefined;
  readonly signatures: Signatures;
}

/** What signatures say of a digest. Whether those of later digests count depends on whether these are trusted. */
export interface SignatureFound {
  readonly isValid: boolean;
  /** One that somebody gave for it does not fit. */
  readonly isRefuted: boolean;
  /** Files of the digests whose signature for it does not fit. */
  readonly refutedBy: ReadonlySet<string>;
  /** Why none was checked; undefined where one was. */
  readonly unchecked: string | undefined;
  /** No key of this fingerprint is among those that were given. */
  readonly isKeyUnknown: boolean;
}

/** Checks all signatures that there are for a digest. */
export function signatureOf(
  { digest, sha256, file }: FoundDigest,
  claims: readonly Claim[],
  { check, signatures }: Signing,
): SignatureFound {
  const found = { isValid: false, isRefuted: false, refutedBy: new Set<string>(), isKeyUnknown: false };
  const { object, fingerprint, algorithm = 'SHA256withRSA' } = digest;
  const given =
    signatures.get(object.key) ?? signatures.get(`s3://${object.bucket}/${object.key}`) ?? signatures.get(file);
  const later = claims.filter(({ of }) => of.signature !== undefined && isSignature(of.signature));
  const isLost = given === undefined && later.length === 0;
  if (isLost) return { ...found, unchecked: reasons.signatureLost + fetching(object.bucket, object.key) };
  if (check === undefined) return { ...found, unchecked: reasons.noKeys };
  if (algorithm !== 'SHA256withRSA') return { ...found, unchecked: reasons.otherAlgorithm };
  const text = signedText(digest, sha256);
  const ofGiven = given === undefined ? undefined : check(text, given, fingerprint);
  const refutedBy = new Set<string>();
  let isValid = ofGiven === true;
  let isKnown = ofGiven !== undefined;
  for (const { by, of } of later) {
    const holds = check(text, of.signature ?? '', fingerprint);
    isKnown ||= holds !== undefined;
    isValid ||= holds === true;
    if (holds === false) refutedBy.add(by.file);
  }
  if (!isKnown) return { ...found, isKeyUnknown: true, unchecked: reasons.unknownKey(fingerprint) };
  return { isValid, isRefuted: ofGiven === false, refutedBy, isKeyUnknown: false, unchecked: undefined };
}

/** How the signature is fetched, where its names can stand in a command as they are. */
function fetching(bucket: string, key: string): string {
  if (!/^[\w.-]+$/.test(bucket) || !/^[\w./+=@:-]+$/.test(key) || bucket.startsWith('-') || key.startsWith('-'))
    return '';
  return reasons.fetch(`aws s3api head-object --bucket ${bucket} --key ${key} --query Metadata.signature`);
}
