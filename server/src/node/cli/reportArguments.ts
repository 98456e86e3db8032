import { type HandedFormat, zoneClock } from '../../core';
import type { Limits } from '../../host/limits';

/** A report that is to be handed over. Among `files` are folders and patterns, and `-` is standard input. */
export interface Reporting {
  readonly files: readonly string[];
  readonly limits: Limits;
  /** Files with names of ids. */
  readonly names: readonly string[];
  /** A case file, whose conclusions, notes and names are told as well. */
  readonly case: string | undefined;
  /** What stands above it; empty texts are left out. */
  readonly title: string;
  readonly author: string;
  readonly reference: string;
  readonly format: HandedFormat;
  /** A zone in which times of events are told as well; absent: UTC alone. */
  readonly zone: string | undefined;
  /** Tells of redacted copies in place of the logs, with the key of the case; absent: it is on the logs. */
  readonly redaction: { readonly key: string; readonly anyway: boolean } | undefined;
  /** A file for the hashes of all that was read; absent: none is written. */
  readonly manifest: string | undefined;
  /** The file to write; absent: standard output. */
  readonly output: string | undefined;
  /** A file that is there is replaced. */
  readonly force: boolean;
}

/** Options of report alone. */
export const REPORT_OPTIONS = ['title', 'author', 'reference', 'zone', 'redact', 'manifest'] as const;

/** @returns a text that says what is wrong */
export function reportingOf(
  reading: Pick<Reporting, 'files' | 'limits' | 'names' | 'case'>,
  {
    title = '',
    author = '',
    reference = '',
    format,
    zone,
    redact = false,
    key,
    manifest,
    anyway = false,
    output,
    force = false,
  }: {
    readonly [name in 'title' | 'author' | 'reference' | 'zone' | 'format' | 'key' | 'manifest' | 'output']?:
      | string
      | undefined;
  } & {
    readonly [name in 'force' | 'redact' | 'anyway']?: boolean | undefined;
  },
): Reporting | string {
  if (output === '' || output === '-')
    return '--output takes the name of a file; without it, standard output is written.';
  if (force && output === undefined) return '--force is for a file of --output that is there.';
  if (manifest === '' || manifest === '-') return '--manifest takes the name of a file.';
  if (manifest !== undefined && output === undefined)
    return '--manifest goes with --output: on standard output there is the report alone.';
  if (format !== undefined && !isFormat(format)) return 'The format of a report is html or markdown.';
  if (zone !== undefined && zoneClock(zone) === undefined)
    return '--zone takes the name of a time zone, such as Europe/Zurich.';
  if (!redact && (key !== undefined || anyway)) return `--${anyway ? 'anyway' : 'key'} is for report --redact.`;
  if (redact && key === undefined)
    return 'report --redact needs --key FILE, which keeps what stands for what. It is made where there is none; keep it apart from the report.';
  if (redact && (reading.names.length > 0 || reading.case !== undefined))
    return 'report --redact takes neither --names nor --case: they say what the logs must not.';
  if (redact && manifest !== undefined)
    return 'report --redact takes no --manifest: it names the logs as they are. The hashes are in the report; for yourself, workmail-trail manifest writes them.';
  const redaction = redact && key !== undefined ? { key, anyway } : undefined;
  return {
    ...reading,
    redaction,
    manifest,
    title,
    author,
    reference,
    format: format ?? formatOf(output),
    zone,
    output,
    force,
  };
}

function isFormat(format: string): format is HandedFormat {
  return format === 'html' || format === 'markdown';
}

/** As the name of the file tells. */
function formatOf(output: string | undefined): HandedFormat {
  return /\.(?:md|markdown)$/i.test(output ?? '') ? 'markdown' : 'html';
}
