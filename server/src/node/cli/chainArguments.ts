import type { ChainAsked, Window } from '../../core';
import type { Limits } from '../../host/limits';

/** Options that belong to `chain`. `key` is one of `redact`, too. */
export const CHAIN_OPTIONS = ['event'] as const;

/** Whose chain is told, and how. */
export interface Chaining {
  readonly files: readonly string[];
  readonly asked: ChainAsked;
  readonly window: Window | undefined;
  readonly json: boolean;
  readonly limits: Limits;
}

const KEY = /^A[KS]IA[A-Z0-9]{12,124}$/;

/** @returns a text that says what is wrong */
export function chainAsked({
  event,
  key,
}: {
  readonly event?: string | undefined;
  readonly key?: string | undefined;
}): ChainAsked | string {
  if (event !== undefined && key !== undefined) return 'chain takes --event or --key, not both.';
  if (event !== undefined) return event === '' ? NEITHER : { eventID: event };
  if (key === undefined) return NEITHER;
  return KEY.test(key) ? { accessKey: key } : '--key takes the id of an access key, such as AKIAIOSFODNN7EXAMPLE.';
}

const NEITHER = 'Whose chain? Name an event by --event with its eventID, or an access key by --key.';
