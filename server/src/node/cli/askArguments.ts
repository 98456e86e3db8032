import { type InquiryId, inquiryIds, type Window } from '../../core';
import type { Limits } from '../../host/limits';

/** Questions that are asked of all logs together. Among `files` are folders and patterns, and `-` is standard input. */
export interface Asking {
  readonly files: readonly string[];
  /** In the order of `inquiryIds`. */
  readonly inquiries: readonly InquiryId[];
  readonly window: Window | undefined;
  readonly json: boolean;
  readonly names: readonly string[];
  readonly limits: Limits;
}

/** Options of ask alone. */
export const ASK_OPTIONS = ['question'] as const;

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
