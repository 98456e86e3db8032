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
  /** Its key proves one that a later digest repeats, and the hash beside that, to be of another text: whoever says so need not be proven. */
  readonly isOfAnother: boolean;
  /** Files of the digests that repeat its signature, by whether it fits. */
  readonly fittedBy: ReadonlySet<string>;
  readonly refutedBy: ReadonlySet<string>;
  /** Why none was checked; undefined where one was. */
  readonly unchecked: string | undefined;
  /** It is signed by a key that is not among those that were given, or in a way that is not known here. */
  readonly isBeyondKeys: boolean;
}

/** Checks all signatures that there are for a digest. */
export function signatureOf(
  { digest, sha256, file }: FoundDigest,
  claims: readonly Claim[],
  { check, signatures }: Signing,
): SignatureFound {
  const { object, fingerprint, algorithm = RSA } = digest;
  const [fittedBy, refutedBy] = [new Set<string>(), new Set<string>()];
  const none = { isValid: false, isRefuted: false, isOfAnother: false, fittedBy, refutedBy, isBeyondKeys: false };
  const given =
    signatures.get(object.key) ?? signatures.get(`s3://${object.bucket}/${object.key}`) ?? signatures.get(file);
  const later = claims.filter(({ of }) => of.signature !== undefined && isSignature(of.signature));
  const isLost = given === undefined && later.length === 0;
  const lost = reasons.signatureLost + fetching(object.bucket, object.key);
  if (check === undefined) return { ...none, unchecked: isLost ? lost : reasons.noKeys };
  // What can't be checked must not pass for what need not be: whoever forges a digest chooses what it says of its key.
  if (algorithm !== RSA) return { ...none, isBeyondKeys: true, unchecked: reasons.otherAlgorithm };
  if (check('', '00', fingerprint) === undefined)
    return { ...none, isBeyondKeys: true, unchecked: reasons.unknownKey(fingerprint) };
  if (isLost) return { ...none, unchecked: lost };
  const text = signedText(digest, sha256);
  for (const { by, of } of later)
    (check(text, of.signature ?? '', fingerprint) === true ? fittedBy : refutedBy).add(by.file);
  const isGivenValid = given !== undefined && check(text, given, fingerprint) === true;
  const isValid = isGivenValid || fittedBy.size > 0;
  const isRefuted = given !== undefined && !isGivenValid;
  const isOfAnother =
    !isValid &&
    later.some(
      ({ of }) =>
        of.sha256 !== undefined &&
        of.sha256 !== sha256 &&
        check(signedText(digest, of.sha256), of.signature ?? '', fingerprint) === true,
    );
  return { isValid, isRefuted, isOfAnother, fittedBy, refutedBy, isBeyondKeys: false, unchecked: undefined };
}

/** The one algorithm that CloudTrail signs digests with. */
const RSA = 'SHA256withRSA';

/** How the signature is fetched, where its names can stand in a command: an attacker's pen, and run by whoever copies it. */
function fetching(bucket: string, key: string): string {
  if (!/^\w[\w.-]*$/.test(bucket) || !/^[\w./+=@:!()*& -]+$/.test(key) || key.startsWith('-')) return '';
  const word = /^[\w./+=@:-]+$/.test(key) ? key : `'${key}'`;
  return reasons.fetch(`aws s3api head-object --bucket ${bucket} --key ${word} --query Metadata.signature`);
}
