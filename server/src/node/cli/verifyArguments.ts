import type { Limits } from '../../host/limits';

/** Options that belong to `verify`. */
export const VERIFY_OPTIONS = ['public-keys', 'signatures'] as const;

/** What is verified, and by what. */
export interface Verifying {
  /** Files, folders and patterns. */
  readonly files: readonly string[];
  readonly json: boolean;
  readonly limits: Limits;
  /** A file with what `aws cloudtrail list-public-keys` prints. */
  readonly publicKeys: string | undefined;
  /** A file with signatures of digests by their keys. */
  readonly signatures: string | undefined;
}

/** Options that choose events: a file is hashed as a whole. */
const CHOOSING = ['since', 'until', 'where', 'service'] as const;

type Given = { readonly [name in (typeof VERIFY_OPTIONS | typeof CHOOSING)[number]]?: string | undefined };

/** @returns a text that says what is wrong */
export function verifyingOf(
  reading: Pick<Verifying, 'files' | 'json' | 'limits'>,
  given: Given,
  command = 'verify',
): Verifying | string {
  const other = CHOOSING.find((name) => given[name] !== undefined);
  if (other !== undefined) return `--${other} does not belong to ${command}, which looks at files as a whole.`;
  if (reading.files.includes('-')) return `${command} reads no standard input: it is about files, by their names.`;
  return { ...reading, publicKeys: given['public-keys'], signatures: given.signatures };
}
