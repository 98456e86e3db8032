import type { Limits } from '../../host/limits';

/** A report that is to be handed over. Among `files` are folders and patterns, and `-` is standard input. */
export interface Reporting {
  readonly files: readonly string[];
  readonly limits: Limits;
  /** Files with names of ids. */
  readonly names: readonly string[];
  /** What stands above it; empty texts are left out. */
  readonly title: string;
  readonly author: string;
  readonly reference: string;
  /** A file for the hashes of all that was read; absent: none is written. */
  readonly manifest: string | undefined;
  /** The file to write; absent: standard output. */
  readonly output: string | undefined;
  /** A file that is there is replaced. */
  readonly force: boolean;
}

/** Options of report alone. */
export const REPORT_OPTIONS = ['title', 'author', 'reference', 'manifest'] as const;

/** @returns a text that says what is wrong */
export function reportingOf(
  reading: Pick<Reporting, 'files' | 'limits' | 'names'>,
  {
    title = '',
    author = '',
    reference = '',
    manifest,
    output,
    force = false,
  }: { readonly [name in (typeof REPORT_OPTIONS)[number] | 'output']?: string | undefined } & {
    readonly force?: boolean | undefined;
  },
): Reporting | string {
  if (output === '' || output === '-')
    return '--output takes the name of a file; without it, standard output is written.';
  if (force && output === undefined) return '--force is for a file of --output that is there.';
  if (manifest === '' || manifest === '-') return '--manifest takes the name of a file.';
  if (manifest !== undefined && output === undefined)
    return '--manifest goes with --output: on standard output there is the report alone.';
  return { ...reading, manifest, title, author, reference, output, force };
}
