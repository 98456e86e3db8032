import type { CancellationToken, Disposable, Location } from 'vscode-languageserver';
import { makersOf, referencesTo, textsOf } from '../core';
import type { MergedEvents } from '../events/mergedEvents';
import type { ServerContext } from './context';
import { locationOf } from './eventLocation';
import { type NameThere, nameThere } from './named';
import { seenFrom } from './seenFrom';

/** Go to definition: from a name to the event that made what it names, else to the first event that knows it. */
export function register(context: ServerContext): Disposable {
  return context.connection.onDefinition(async ({ textDocument: { uri }, position }, token) => {
    const there = await nameThere(context, uri, position, token);
    if (there === undefined) return null;
    const merged = await context.events.now(token);
    const place = (await made(context, merged, there, token)) ?? (await first(context, merged, there, token));
    return (await seenFrom(context, uri, place, token)) ?? null;
  });
}

async function made(
  context: ServerContext,
  merged: MergedEvents,
  { name, time }: NameThere,
  token: CancellationToken,
): Promise<Location | undefined> {
  for (const question of makersOf(name, merged.entities)) {
    // A session of one name is begun again and again: what signed this call was given before it.
    const event = await context.events.lastUntil(merged, question, time, token);
    if (event !== undefined) return locationOf(context, merged, event, textsOf(name, merged.entities), token);
  }
  return undefined;
}

async function first(
  context: ServerContext,
  merged: MergedEvents,
  { name }: NameThere,
  token: CancellationToken,
): Promise<Location | undefined> {
  const { events } = await context.events.earliest(merged, referencesTo(name, merged.entities), 1, token);
  const [event] = events;
  return event && locationOf(context, merged, event, textsOf(name, merged.entities), token);
}
