import type { EventInLog } from '../order';

/** Calls of one action by one caller that ended alike and whose parameters say the same, as they happened: routine is told once. */
export interface Folded {
  readonly events: readonly [EventInLog, ...EventInLog[]];
  /** Of the note on their parameters; undefined: there is none. */
  readonly note: number | undefined;
}

/**
 * Folds events that are alike, in the order of the first of each.
 *
 * @param events as they happened
 * @param noteOf the note on the parameters of an event
 */
export function folded(
  events: readonly EventInLog[],
  noteOf: (event: EventInLog) => number | undefined,
): readonly Folded[] {
  const groups = new Map<
    string,
    { readonly events: [EventInLog, ...EventInLog[]]; readonly note: number | undefined }
  >();
  for (const event of events) {
    const { actor, eventName, outcome, errorCode, malformed } = event.facts;
    const note = noteOf(event);
    const key = JSON.stringify([actor.key, eventName, outcome, errorCode, malformed, note]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { events: [event], note });
    else known.events.push(event);
  }
  return Array.from(groups.values());
}
