import { type EventInLog, listed } from '../core';
import type { EventLog } from '../documents/eventLog';
import type { MergedEvents } from '../events/mergedEvents';
import type { EventItem } from '../wire/protocol';

/** An event as the wire tells it, with its other copies. */
export function itemOf(merged: MergedEvents, event: EventInLog): EventItem {
  const source = logOf(merged, event);
  const { log: _, ...item } = listed(event, merged.entities);
  const isCall = event.facts.endpoint === undefined;
  const copies = merged.otherCopies(event).map((copy) => ({
    uri: logOf(merged, copy).uri,
    index: copy.facts.index,
    ...(isCall && copy.facts.endpoint !== undefined && { endpoint: copy.facts.endpoint }),
  }));
  return { uri: source.uri, range: source.rangeOf(event.facts), copies, ...item };
}

function logOf({ logs }: MergedEvents, { log }: EventInLog): EventLog {
  const found = logs[log];
  if (found === undefined) throw new Error('An event of a log that is not among those that are looked at.');
  return found;
}
