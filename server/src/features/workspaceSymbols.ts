import {
  type CancellationToken,
  type Disposable,
  type Location,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { type EventInLog, eventLabel, label, listed, type Service, shownTargets } from '../core';
import { isMailCall } from '../core/index';
import { findEvents, searchWords } from '../events/findEvents';
import type { MergedEvents } from '../events/mergedEvents';
import { timeWord } from '../events/timeWord';
import { cancelled, drain } from '../host/cooperate';
import { lastName } from '../wire/placeNames';
import type { ServerContext } from './context';
import { locationOf } from './eventLocation';
import { shownEvent } from './shownEvent';

/** A page, which nobody reads to its end. */
const MOST_SYMBOLS = 200;
/** Of what was found beside the label. UTF-16 units. */
const LONGEST_FOUND = 80;

/** Events of WorkMail look otherwise than calls of other services, where a client can show it. */
function kindOf(service: Service, knowsEvents: boolean): SymbolKind {
  return isMailCall(service) && knowsEvents ? SymbolKind.Event : SymbolKind.Function;
}

/** The events of open logs and inspected places by what is told of them: *Go to Symbol in Workspace*. */
export function register(context: ServerContext): Disposable {
  const { connection, events, client, platform } = context;
  const handlers = [
    connection.onWorkspaceSymbol(async ({ query }, token): Promise<WorkspaceSymbol[]> => {
      const words = searchWords(typeof query === 'string' ? query : '');
      const merged = await events.now(token);
      const wanted = { most: MOST_SYMBOLS, areOnlyOpen: !client.workspaceSymbols.areResolved };
      const found = await drain(findEvents(merged, words, wanted), platform, token, () => undefined);
      if (found === undefined) throw cancelled();
      return found.flatMap((event) => symbolOf(merged, event, words) ?? []);
    }),
    connection.onWorkspaceSymbolResolve((symbol, token) => resolved(symbol, token)),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  /** Undefined for an event on disk, where the client can't ask later where it lies. */
  function symbolOf(merged: MergedEvents, event: EventInLog, words: readonly string[]): WorkspaceSymbol | undefined {
    const { facts } = event;
    const log = merged.logs[event.log];
    if (log === undefined) return undefined;
    const { uri } = log;
    const told = {
      name: nameOf(merged, event, words),
      kind: kindOf(facts.service, client.workspaceSymbols.knowEvents),
      containerName: label(lastName(uri)),
    };
    const range = log.rangeOf(facts);
    if (range !== null) return { ...told, location: { uri, range } };
    return client.workspaceSymbols.areResolved
      ? { ...told, location: { uri }, data: { uri, index: facts.index } }
      : undefined;
  }

  /** Reads the log that holds the event, if it is not at hand. What can't be found stays as it is. */
  async function resolved(symbol: WorkspaceSymbol, token: CancellationToken): Promise<WorkspaceSymbol> {
    const place: unknown = symbol?.data;
    if (!isPlace(place)) return symbol;
    const location = client.announced.views ? await shownEvent(context, place, token) : await inFile(place, token);
    return location ? { ...symbol, location } : symbol;
  }

  /** For a client that knows no views. */
  async function inFile(
    { uri, index }: { readonly uri: string; readonly index: number },
    token: CancellationToken,
  ): Promise<Location | undefined> {
    const merged = await events.now(token);
    const event = merged.eventIn(uri, index);
    return event && locationOf(context, merged, event, ['"eventName"'], token);
  }
}

function isPlace(value: unknown): value is { readonly uri: string; readonly index: number } {
  if (typeof value !== 'object' || value === null || !('uri' in value) || !('index' in value)) return false;
  return typeof value.uri === 'string' && Number.isSafeInteger(value.index);
}

/** As lists name it, and behind that what was found elsewhere in it: VS Code shows nothing whose name does not hold the words. */
function nameOf({ entities }: MergedEvents, event: EventInLog, words: readonly string[]): string {
  const { facts } = event;
  let name = eventLabel(listed(event, entities), true, true);
  for (const word of words) {
    if (name.toLowerCase().includes(word)) continue;
    const texts = [
      facts.eventSource,
      facts.eventName,
      facts.actor.name,
      facts.sourceIPAddress,
      facts.errorCode,
      facts.actor.accessKeyId ?? '',
      facts.eventID,
      facts.requestID,
      ...facts.targets.map(({ id }) => id),
      ...shownTargets(facts, entities),
    ];
    const found = texts.find((text) => text.toLowerCase().includes(word)) ?? timeIn(facts.time, word);
    if (found !== undefined) name = `${name} · ${label(found, LONGEST_FOUND)}`;
  }
  return name;
}

/** A word that names the time of an event, as it was typed. */
function timeIn(time: number | undefined, word: string): string | undefined {
  return time !== undefined && timeWord(word)?.(time) === true ? word : undefined;
}
