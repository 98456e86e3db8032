import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { copiedTable } from '../core';
import { recordText } from '../documents/recordText';
import { fileKey } from '../wire/fileKey';
import { CopyEventsRequest } from '../wire/protocol';
import type { ServerContext } from './context';

/** More events nobody pastes, and each is looked at. */
const MOST = 10_000;

/** Events as a text to be pasted elsewhere. */
export function register({ connection, documents, inspected, events }: ServerContext): Disposable {
  return connection.onRequest(CopyEventsRequest, async ({ events: asked, as }, token) => {
    const places = placesOf(asked);
    const merged = await events.now(token);
    const logs = new Map(merged.logs.map(({ uri }, at) => [fileKey(uri), at]));
    const found = places.flatMap(({ uri, index }) => merged.event(logs.get(fileKey(uri)) ?? -1, index) ?? []);
    const missing = places.length - found.length;
    if (found.length === 0) return { text: '', missing };
    switch (as) {
      case 'id':
        return { text: found.map(({ facts }) => facts.eventID).join('\n'), missing };
      case 'markdown':
      case 'csv':
        return { text: copiedTable(found, merged.entities, as), missing };
      default:
        return json(places, token);
    }
  });

  /** One event stands for itself, several are a list. */
  async function json(places: readonly Place[], token: CancellationToken): Promise<{ text: string; missing: number }> {
    const margin = places.length === 1 ? '' : '  ';
    const texts: string[] = [];
    for (const { uri, index } of places) {
      const analysis = (await documents.newest(uri, token)) ?? (await inspected.logOf(uri, index, token));
      const text = analysis && recordText(analysis, index, margin);
      if (text !== undefined) texts.push(text);
    }
    const missing = places.length - texts.length;
    return { text: places.length === 1 ? texts.join('') : `[\n${texts.join(',\n')}\n]`, missing };
  }
}

interface Place {
  readonly uri: string;
  readonly index: number;
}

function placesOf(asked: unknown): readonly Place[] {
  const all: readonly Partial<Place>[] = Array.isArray(asked) ? asked.slice(0, MOST) : [];
  return all.flatMap((each) =>
    typeof each?.uri === 'string' && Number.isInteger(each.index) ? { uri: each.uri, index: each.index ?? -1 } : [],
  );
}
