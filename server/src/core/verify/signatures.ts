/** Signatures of digests by their keys, as somebody has kept them: `{"AWSLogs/…json.gz": "9f2c…"}`. */
export type Signatures = ReadonlyMap<string, string>;

/**
 * Reads a file of signatures.
 *
 * @returns a sentence that says why it is none
 */
export function readSignatures(text: string): Signatures | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return NO_SIGNATURES;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return NO_SIGNATURES;
  const entries = Object.entries(read);
  const wrong = entries.findIndex(([, signature]) => typeof signature !== 'string' || !isSignature(signature));
  if (wrong >= 0) return `its entry ${wrong + 1} is no signature, which is a text of hexadecimal digits.`;
  return new Map(entries.map(([key, signature]) => [key, String(signature).toLowerCase()]));
}

const NO_SIGNATURES =
  'it holds no signatures: expected is JSON of the form {"key of the digest": "its signature in hexadecimal digits"}.';

/** Twice as long as any that RSA makes here. Digits. */
const LONGEST = 4096;

/** Whether a text can be a signature at all. */
export function isSignature(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST && text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text);
}
