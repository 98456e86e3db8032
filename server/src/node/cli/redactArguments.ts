import type { Limits } from '../../host/limits';

/** Redacted copies that are asked for. Among `files` are folders and patterns, and `-` is standard input. */
export interface Redacting {
  readonly files: readonly string[];
  /** The folder that the copies are put into. */
  readonly out: string;
  /** The key file of the case; begun where there is none. */
  readonly key: string;
  /** Copies in which something remains are written, too. */
  readonly anyway: boolean;
  readonly limits: Limits;
}

/** Options of redact alone. */
export const REDACT_OPTIONS = ['out', 'key', 'anyway'] as const;

/** @returns a text that says what is wrong */
export function redactingOf(
  files: readonly string[],
  limits: Limits,
  {
    out,
    key,
    anyway = false,
  }: { readonly out?: string | undefined; readonly key?: string | undefined; readonly anyway?: boolean | undefined },
): Redacting | string {
  if (out === undefined) return 'redact needs --out FOLDER, where the copies are put.';
  if (key === undefined)
    return 'redact needs --key FILE, which keeps what stands for what. It is made where there is none; keep it apart from the copies.';
  return { files, out, key, anyway, limits };
}
