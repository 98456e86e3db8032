import {
  type CallHierarchyItem,
  type CancellationToken,
  type Disposable,
  type Location,
  SymbolKind,
} from 'vscode-languageserver';
import {
  anyOf,
  credentialsIn,
  type EventInLog,
  type EventRecord,
  kindOfId,
  label,
  makersOf,
  type Name,
  organizationOf,
  outcomeOfRecord,
  referencesTo,
  thingsOf,
} from '../core';
import { isMailCall } from '../core/index';
import { recordAt } from '../documents/analysis';
import { isPosition } from '../documents/lsp';
import type { MergedEvents } from '../events/mergedEvents';
import type { ServerContext } from './context';
import { locationsOf } from './eventLocation';
import { timeOf } from './named';
import { placeUnder } from './placeUnder';

/** More events on one level nobody looks through. */
const MOST = 200;

/** Which event an item of the hierarchy is. */
interface Place {
  readonly uri: string;
  readonly index: number;
}

/**
 * The chain of identities as a call hierarchy: an event is called by the one that gave out the credentials it was signed with, and
 * calls those that were signed with what it gave out, or name what it made.
 */
export function register(context: ServerContext): Disposable {
  const { connection, events, documents, inspected } = context;
  const handlers = [
    connection.languages.callHierarchy.onPrepare(async ({ textDocument: { uri }, position }, token) => {
      const place = isPosition(position) ? await placeUnder(context, uri, position, token) : undefined;
      if (place?.index === undefined) return null;
      const merged = await events.now(token);
      const event = merged.eventIn(place.uri, place.index);
      const items = event === undefined ? [] : await itemsOf(merged, [event], token);
      return items.length === 0 ? null : [...items];
    }),
    connection.languages.callHierarchy.onIncomingCalls(async ({ item }, token) => {
      const merged = await events.now(token);
      const record = await recordOf(item.data, token);
      const name = record && credentialsIn(record);
      if (record === undefined || name === undefined) return null;
      for (const question of makersOf(name, merged.entities)) {
        const giver = await events.lastUntil(merged, question, timeOf(record), token);
        const [from] = giver === undefined ? [] : await itemsOf(merged, [giver], token);
        if (from !== undefined) return [{ from, fromRanges: [from.selectionRange] }];
      }
      return [];
    }),
    connection.languages.callHierarchy.onOutgoingCalls(async ({ item }, token) => {
      const merged = await events.now(token);
      const record = await recordOf(item.data, token);
      const names = record === undefined ? [] : madeBy(record);
      if (names.length === 0) return [];
      const question = anyOf(names.map((name) => referencesTo(name, merged.entities)));
      const place = placeIn(item.data);
      const here = place && merged.eventIn(place.uri, place.index);
      // Whichever of its copies the item is.
      const self = here && merged.speaking(here);
      const { events: users } = await events.earliest(merged, question, MOST, token);
      const others = users.filter((event) => event !== self);
      const items = await itemsOf(merged, others, token);
      return items.map((to) => ({ to, fromRanges: [item.selectionRange] }));
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  async function recordOf(data: unknown, token: CancellationToken): Promise<EventRecord | undefined> {
    const place = placeIn(data);
    if (place === undefined) return undefined;
    const analysis = await documents.newest(place.uri, token);
    return analysis ? recordAt(analysis, place.index) : inspected.record(place.uri, place.index, token);
  }

  async function itemsOf(
    merged: MergedEvents,
    all: readonly EventInLog[],
    token: CancellationToken,
  ): Promise<readonly CallHierarchyItem[]> {
    const places = await locationsOf(context, merged, all, ['"eventName"'], token);
    return all.flatMap(({ log, facts }, at) => {
      const place = places[at];
      const uri = merged.logs[log]?.uri;
      return place === undefined || uri === undefined ? [] : itemOf(facts, place, { uri, index: facts.index });
    });
  }
}

function itemOf(facts: EventInLog['facts'], { uri, range }: Location, data: Place): CallHierarchyItem {
  const from = facts.sourceIPAddress === '' ? [] : [`from ${facts.sourceIPAddress}`];
  const details = [facts.eventTime, facts.actor.name, ...from].filter((part) => part !== '');
  return {
    name: label(facts.eventName === '' ? 'an event without a name' : facts.eventName),
    detail: label(details.join(' · ')),
    kind: SymbolKind.Event,
    uri,
    range,
    selectionRange: range,
    data,
  };
}

/** What came from a client, as far as it is one of ours. */
function placeIn(data: unknown): Place | undefined {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('index' in data)) return undefined;
  const { uri, index } = data;
  return typeof uri === 'string' && typeof index === 'number' ? { uri, index } : undefined;
}

/** What an event made or gave out, as names to look for. */
function madeBy(record: EventRecord): readonly Name[] {
  const event = record.event ?? {};
  const organizationId = !isMailCall(record.service) ? '' : organizationOf(event);
  return thingsOf(record, outcomeOfRecord(record)).made.map((text) => ({
    kind: kindOfId(text),
    text,
    organizationId,
    session: undefined,
  }));
}
