import type { HandedEvent } from './handedEvent';

/** The events of an appendix as they happened. */
export interface EventOrder {
  /** Their keys, in that order. */
  readonly keys: readonly number[];
  /** Their numbers by key, from 1 on. */
  readonly numbers: Uint32Array;
}

/** Events whose times can't be read come last. */
export function eventOrder(handed: readonly HandedEvent[]): EventOrder {
  const timeOf = (key: number): number => handed[key]?.time ?? Number.MAX_VALUE;
  const keys = Array.from(handed.keys()).sort((one, other) => timeOf(one) - timeOf(other) || one - other);
  const numbers = new Uint32Array(handed.length);
  for (const [at, key] of keys.entries()) numbers[key] = at + 1;
  return { keys, numbers };
}
