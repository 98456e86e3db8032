import { stretchNamed } from '../../core';
import type { Limits } from '../../host/limits';

/** Of when, and of what, state is told. Moments are in milliseconds since 1970. Among `files` are folders and patterns, and `-` is standard input. */
export interface StateAsked {
  readonly files: readonly string[];
  readonly limits: Limits;
  readonly json: boolean;
  /** Absent: the end of the log. */
  readonly at?: number;
  /** Another moment, to be compared with that. */
  readonly diff?: number;
  /** An id, a name or an address of what alone is told of. */
  readonly entity?: string;
  /** Files with names of ids. */
  readonly names?: readonly string[];
}

/** Options of state alone. */
export const STATE_OPTIONS = ['at', 'diff', 'entity'] as const;

/** Options that choose events, of which none may be left out here. */
const CHOOSING = ['since', 'until', 'where', 'service'] as const;

type Given = { readonly [name in (typeof STATE_OPTIONS | typeof CHOOSING)[number]]?: string | undefined };

/** @returns a text that says what is wrong */
export function stateAskedOf(
  reading: Pick<StateAsked, 'files' | 'limits' | 'json'> & { readonly names?: readonly string[] | undefined },
  given: Given,
): StateAsked | string {
  const other = CHOOSING.find((name) => given[name] !== undefined);
  if (other !== undefined) return `--${other} does not belong to state, which follows every event. It takes --at.`;
  const { files, limits, json, names } = reading;
  const moments = { at: momentNamed(given.at), diff: momentNamed(given.diff) };
  for (const name of ['at', 'diff'] as const)
    if (given[name] !== undefined && moments[name] === undefined)
      return `--${name} takes a day (2026-03-01), which means its end, or a time (2026-03-01T08:00:00Z).`;
  if (given.entity === '') return '--entity takes an id, a name or an address.';
  const { at, diff } = moments;
  return {
    files,
    limits,
    json,
    ...(at !== undefined && { at }),
    ...(diff !== undefined && { diff }),
    ...(given.entity !== undefined && { entity: given.entity }),
    ...(names !== undefined && { names }),
  };
}

/** The last second of what is named: events are told by the second. */
function momentNamed(text: string | undefined): number | undefined {
  const stretch = text === undefined ? undefined : stretchNamed(text);
  return stretch && stretch.end - SECOND;
}

const SECOND = 1000;
