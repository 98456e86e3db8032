import type { CancellationToken } from 'vscode-languageserver';
import { type EventInLog, fieldAt, makersOf, type NameTold, nameWords, referencesTo, wouldMake } from '../core';
import type { Met, Nearest } from '../events/met';
import type { RowsTogether } from '../events/rowsTogether';
import type { NameHere } from '../wire/protocol';
import { allOfName } from './allOf';
import type { ServerContext } from './context';
import type { NameThere } from './named';
import type { PlaceUnder } from './placeUnder';

/**
 * What all logs tell of a name, as Markdown; empty where they tell nothing.
 *
 * @param place of the record that holds the name; undefined where its log is not known any more
 */
export async function nameTold(
  { events, client }: ServerContext,
  { name, time, record, path }: NameThere,
  place: PlaceUnder | undefined,
  token: CancellationToken,
): Promise<string> {
  const merged = await events.now(token);
  const own = place?.index === undefined ? undefined : merged.eventIn(place.uri, place.index);
  // Whichever of its copies somebody points at.
  const here = own && merged.speaking(own);
  const sides = await events.met(merged, referencesTo(name, merged.entities), time ?? Number.NaN, token);
  let maker: NameTold['maker'];
  for (const question of makersOf(name, merged.entities)) {
    maker ??= await events.lastUntil(merged, question, time, token);
  }
  const sum = (which: 'count' | 'failed'): number => sides.reduce((total, { met }) => total + met[which], 0);
  const count = sum('count');
  const [only] = sides.flatMap(({ together, met }) => (met.some < 0 ? [] : together.rows.event(met.some)));
  const told: NameTold = {
    count,
    isAlone: count === 0 || (count === 1 && only === here),
    failed: sum('failed'),
    first: best(sides, ({ first }) => first, -1),
    last: best(sides, ({ last }) => last, 1),
    before: best(sides, ({ before }) => before, 1),
    after: best(sides, ({ after }) => after, -1),
    maker: maker === here ? undefined : maker,
    wouldMake: maker === undefined ? wouldMake(name, fieldAt(record, path).node?.['x-entity']) : [],
  };
  const href = client.announced.showAll ? allHref(allOfName(name, merged.entities)) : undefined;
  return nameWords(name, told, merged.entities, time, href);
}

/** A question of more is not put into a link. UTF-16 units. */
const LONGEST_LINK = 2000;

/** The link that runs the client's command. Nothing in it can end a link of Markdown. */
function allHref(all: NameHere): string | undefined {
  const text = JSON.stringify([all]);
  if (text.length > LONGEST_LINK) return undefined;
  const encoded = encodeURIComponent(text).replace(/[()'*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `command:workmailTrail.showAllOfThis?${encoded}`;
}

/** The event of the latest (1) or the earliest (-1) time of both sides. */
function best(
  sides: readonly { readonly together: RowsTogether; readonly met: Met }[],
  nearestOf: (met: Met) => Nearest,
  sign: 1 | -1,
): EventInLog | undefined {
  const found = sides.map(({ together, met }) => ({ together, nearest: nearestOf(met) }));
  const [first] = found
    .filter(({ nearest }) => nearest.number >= 0)
    .sort((left, right) => sign * (right.nearest.time - left.nearest.time));
  return first?.together.rows.event(first.nearest.number);
}
