import { restoredAccount } from '../check/accountId';
import { byText, type EventInLog } from './order';
import type { Outcome } from './particulars';

/** Events that have something in common, in the order they happened. */
export interface EventsByKey {
  readonly key: string;
  readonly events: readonly EventInLog[];
}

/**
 * Sorts events into groups: the largest first, groups of one size by key. An event may lie in several groups, in each once.
 *
 * @param keysOf where an event belongs; an empty key is a group like any other
 */
export function groupBy(
  events: readonly EventInLog[],
  keysOf: (event: EventInLog) => readonly string[],
): readonly EventsByKey[] {
  const groups = new Map<string, EventInLog[]>();
  for (const event of events) {
    const keys = keysOf(event);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [event]);
      else group.push(event);
    }
  }
  return Array.from(groups, ([key, held]) => ({ key, events: held })).sort(
    (left, right) => right.events.length - left.events.length || byText(left.key, right.key),
  );
}

/** The events with one outcome. */
export function ended(events: readonly EventInLog[], outcome: Outcome): readonly EventInLog[] {
  return events.filter(({ facts }) => facts.outcome === outcome);
}

/** First and last readable eventTime of events in time order, in milliseconds. */
export function periodOf(events: readonly EventInLog[]): { readonly first: number; readonly last: number } | undefined {
  const timed = events.filter(({ facts }) => facts.time !== undefined);
  const first = timed[0]?.facts.time;
  const last = timed.at(-1)?.facts.time;
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The different texts among some, in the order they are met; absent and empty ones are passed over. */
export function differentTexts(texts: readonly (string | undefined)[]): readonly string[] {
  return Array.from(new Set(texts.filter((text) => text !== undefined).filter((text) => text !== '')));
}

/** The same for account ids: one that has lost zeros at its beginning is not told beside the whole one. */
export function differentAccounts(ids: readonly (string | undefined)[]): readonly string[] {
  const shown = new Map<string, string>();
  for (const id of differentTexts(ids)) {
    const whole = restoredAccount(id);
    if (id === whole || !shown.has(whole)) shown.set(whole, id);
  }
  return Array.from(shown.values());
}
