import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
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
import { isMailCall, textAt } from '../core/index';
import { recordAt } from '../documents/analysis';
import { isPosition } from '../documents/lsp';
import type { MergedEvents } from '../events/mergedEvents';
import { accessChain, type Linked } from './accessChain';
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
      if (record?.service === 'own') return incoming(merged, item, token);
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
      const done = record === undefined ? [] : await outgoing(merged, item, record, token);
      const names = record === undefined ? [] : madeBy(record);
      if (names.length === 0) return done;
      const question = anyOf(names.map((name) => referencesTo(name, merged.entities)));
      const place = placeIn(item.data);
      const here = place && merged.eventIn(place.uri, place.index);
      // Whichever of its copies the item is.
      const self = here && merged.speaking(here);
      const { events: users } = await events.earliest(merged, question, MOST, token);
      const others = users.filter((event) => event !== self);
      const items = await itemsOf(merged, others, token);
      const isTold = (to: CallHierarchyItem): boolean => done.some((each) => isOnePlace(each.to.data, to.data));
      return [...done, ...items.flatMap((to) => (isTold(to) ? [] : { to, fromRanges: [item.selectionRange] }))];
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  async function incoming(
    merged: MergedEvents,
    item: CallHierarchyItem,
    token: CancellationToken,
  ): Promise<CallHierarchyIncomingCall[]> {
    const place = placeIn(item.data);
    if (place === undefined) return [];
    const { before } = await accessChain(context, merged, { ...place, eventID: '' }, token);
    const items = await linkedItems(merged, before, token);
    return items.map((from) => ({ from, fromRanges: [from.selectionRange] }));
  }

  /** What was done with a right that a call gave or took, or after a record of WorkMail's own logs. */
  async function outgoing(
    merged: MergedEvents,
    item: CallHierarchyItem,
    record: EventRecord,
    token: CancellationToken,
  ): Promise<CallHierarchyOutgoingCall[]> {
    const place = placeIn(item.data);
    const eventID = record.service === 'own' ? '' : (textAt(record.event, 'eventID') ?? '');
    if (place === undefined || (eventID === '' && record.service !== 'own') || record.service === 'other') return [];
    const { after } = await accessChain(context, merged, { ...place, eventID }, token);
    const items = await linkedItems(merged, after, token);
    return items.map((to) => ({ to, fromRanges: [item.selectionRange] }));
  }

  async function linkedItems(
    merged: MergedEvents,
    all: readonly Linked[],
    token: CancellationToken,
  ): Promise<readonly CallHierarchyItem[]> {
    const some = all.slice(0, MOST);
    const items = await Promise.all(some.map(({ act }) => itemsOf(merged, [act], token)));
    return items.flatMap(([each], at) => {
      const { strength } = some[at] ?? {};
      if (each === undefined) return [];
      return strength === undefined ? each : { ...each, detail: `${each.detail} · ${strengthWords[strength]}` };
    });
  }

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

const strengthWords = { certain: 'certain', likely: 'likely', 'by-time': 'by time' } as const;

function isOnePlace(one: unknown, other: unknown): boolean {
  const [left, right] = [placeIn(one), placeIn(other)];
  return left !== undefined && left.uri === right?.uri && left.index === right.index;
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
