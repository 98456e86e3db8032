import type { ChainAsked, Window } from '../../core';
import type { Limits } from '../../host/limits';

/** Options that belong to `chain`. `key` is one of `redact`, too. */
export const CHAIN_OPTIONS = ['event', 'record'] as const;

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
  record,
}: {
  readonly event?: string | undefined;
  readonly key?: string | undefined;
  readonly record?: string | undefined;
}): ChainAsked | string {
  if ([event, key, record].filter((each) => each !== undefined).length > 1)
    return 'chain takes --event, --key or --record, one of them.';
  if (event !== undefined) return event === '' ? NEITHER : { eventID: event };
  if (record !== undefined) return placeAsked(record);
  if (key === undefined) return NEITHER;
  return KEY.test(key) ? { accessKey: key } : '--key takes the id of an access key, such as AKIAIOSFODNN7EXAMPLE.';
}

/** A file may have a # in its name: the last one parts. */
function placeAsked(record: string): ChainAsked | string {
  const [, file, index] = /^([\s\S]+)#(\d{1,15})$/.exec(record) ?? [];
  if (file === undefined || index === undefined)
    return '--record takes a place as ask and chain print it, such as mailbox-access.jsonl#3.';
  return { file, index: Number(index) };
}

const NEITHER =
  'Whose chain? Name an event by --event with its eventID, an access key by --key, or a record by --record with its place.';
