/** A public key of CloudTrail, as `aws cloudtrail list-public-keys` prints it. */
export interface ListedKey {
  /** DER in base64: PKCS #1, or a SubjectPublicKeyInfo. */
  readonly value: string;
  /** What is printed beside it: the MD5 of the DER, in lower case. */
  readonly fingerprint: string | undefined;
}

/**
 * Reads what `aws cloudtrail list-public-keys` prints as JSON, or a list of its entries.
 *
 * @returns a sentence that says why it is none
 */
export function readPublicKeyList(text: string): readonly ListedKey[] | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return NO_KEYS;
  }
  const list = Array.isArray(read) ? read : listIn(read);
  if (!Array.isArray(list)) return NO_KEYS;
  const keys = list.map(keyOf).filter((key) => key !== undefined);
  return keys.length === 0 ? NO_KEYS : keys;
}

const NO_KEYS =
  'it holds no public keys: expected is what aws cloudtrail list-public-keys prints as JSON, with a PublicKeyList.';

function listIn(read: unknown): unknown {
  return typeof read === 'object' && read !== null && 'PublicKeyList' in read ? read.PublicKeyList : undefined;
}

function keyOf(entry: unknown): ListedKey | undefined {
  if (typeof entry !== 'object' || entry === null || !('Value' in entry) || typeof entry.Value !== 'string')
    return undefined;
  const fingerprint =
    'Fingerprint' in entry && typeof entry.Fingerprint === 'string' ? entry.Fingerprint.toLowerCase() : undefined;
  return { value: entry.Value, fingerprint };
}
