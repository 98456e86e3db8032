import { type InquiryId, inquiryIds, stretchNamed, type Window } from '../../core';
import type { Limits } from '../../host/limits';

/** Questions that are asked of all logs together. Among `files` are folders and patterns, and `-` is standard input. */
export interface Asking {
  readonly files: readonly string[];
  /** In the order of `inquiryIds`. */
  readonly inquiries: readonly InquiryId[];
  readonly window: Window | undefined;
  readonly json: boolean;
  readonly names: readonly string[];
  /** What new behaviour is compared with; absent: the first half of the time of the logs. */
  readonly baseline: Baseline | undefined;
  readonly limits: Limits;
}

/** What happened before a moment, in milliseconds since 1970; or all that stands in other places. */
export type Baseline = { readonly until: number } | { readonly files: readonly string[] };

/** Options of ask alone. */
export const ASK_OPTIONS = ['question', 'baseline'] as const;

/**
 * What was named as the quiet time: a day or a time, before which all is known, or files, folders and patterns.
 *
 * @returns a text that says what is wrong
 */
export function baselineNamed(named: readonly string[] | undefined): Baseline | undefined | string {
  if (named === undefined) return undefined;
  if (named.some((text) => text === '' || text === '-')) return '--baseline takes a day, a time, a file or a folder.';
  const moments = named.flatMap((text) => stretchNamed(text)?.first ?? []);
  const [until] = moments;
  if (until === undefined) return { files: named };
  return named.length === 1 ? { until } : '--baseline takes one day or time, or else files and folders alone.';
}

/**
 * The questions that were named; all of them where none was.
 *
 * @returns a text that says what is wrong
 */
export function inquiriesNamed(named: readonly string[]): readonly InquiryId[] | string {
  const asked = new Set(named.flatMap((text) => text.split(',')).map((text) => text.trim().toLowerCase()));
  for (const id of asked) {
    if (!inquiryIds.some((known) => known === id))
      return `--question: there is no question ${id}. Questions: ${inquiryIds.join(', ')}.`;
  }
  return asked.size === 0 ? inquiryIds : inquiryIds.filter((id) => asked.has(id));
}
