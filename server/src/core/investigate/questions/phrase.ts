import { emptiedPhrases, phrases } from '../../../generated/phrases';
import { at } from '../../explain/members';
import { serviceLabel } from '../../explain/serviceLabel';
import { once } from '../../once';
import type { JsonValue } from '../../record';
import { isMailCall } from '../../record';
import type { Act } from '../act';
import { type Entities, entityOf, identifyText, namesIn } from '../entities';
import { shownTargets } from '../listedEvent';
import { shortId } from '../shortId';
import { isEmptied } from './doors';
import { shortened } from './shortened';

/** Of the values of a parameter, and of names beside it. */
const MOST_VALUES = 3;
/** Of one value, in UTF-16 units: a description may fill a page, and push what else was done out of sight. */
const LONGEST_VALUE = 250;

/**
 * What a call did, in words that stand behind the name of who made it: `exported the mailbox Amal (1b07…) to the bucket x`. Calls
 * that schemas/phrases.json does not know are told by their names.
 */
export function phraseOf(act: Act, entities: Entities): string {
  const { row, facts } = act;
  const service = serviceLabel(row.source).toLowerCase();
  const emptied = emptiedPieces().get(service)?.get(row.action);
  const phrase = emptied !== undefined && isEmptied(act) ? emptied : pieces().get(service)?.get(row.action);
  const written = phrase === undefined ? undefined : filled(phrase, (name) => toldValue(act, name, entities));
  if (written !== undefined) return written;
  const targets = !isMailCall(facts.service) ? row.named : shownTargets(facts, entities);
  const on = targets.length === 0 ? '' : ` on ${few(targets)}`;
  return `called ${row.action === '' ? 'something whose name cannot be read' : row.action}${on}`;
}

/** Words as they stand; the name of a value; or what is left out where a value in it is not told. */
type Piece = string | { readonly value: string } | { readonly optional: readonly Piece[] };
type Pieces = ReadonlyMap<string, ReadonlyMap<string, readonly Piece[]>>;

/** Phrases taken apart, by service in small letters and by action: each is told of hundreds of calls. */
const pieces: () => Pieces = /* @__PURE__ */ once(() => takenApart(phrases()));
const emptiedPieces: () => Pieces = /* @__PURE__ */ once(() => takenApart(emptiedPhrases()));

function takenApart(services: ReturnType<typeof phrases>): Pieces {
  const ofActions = (actions: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Piece[]> =>
    new Map(Array.from(actions, ([action, phrase]) => [action, piecesOf(phrase)]));
  return new Map(Array.from(services, ([service, actions]) => [service, ofActions(actions)]));
}

/** Words in square brackets, the name of a value in braces, or words as they stand. */
const PIECE = /\[([^\]]*)\]|\{([^}]+)\}|[^[{]+/g;

function piecesOf(phrase: string): readonly Piece[] {
  return Array.from(phrase.matchAll(PIECE), ([words, optional, value]): Piece => {
    if (optional !== undefined) return { optional: piecesOf(optional) };
    return value === undefined ? words : { value };
  });
}

/** @returns undefined where a value is not told that stands outside of square brackets */
function filled(phrase: readonly Piece[], valueNamed: (name: string) => string | undefined): string | undefined {
  let text = '';
  for (const piece of phrase) {
    if (typeof piece === 'string') text += piece;
    else if ('optional' in piece) text += filled(piece.optional, valueNamed) ?? '';
    else {
      const value = valueNamed(piece.value);
      if (value === undefined) return undefined;
      text += value;
    }
  }
  return text;
}

function toldValue(act: Act, name: string, entities: Entities): string | undefined {
  const { row, contents } = act;
  if (name === 'made') return row.made[0];
  if (name === 'named') {
    const others = row.named.filter((text) => !row.made.includes(text));
    return others.length === 0 ? undefined : few(others);
  }
  const value = at(contents.requestParameters ?? undefined, ...name.split('.'));
  if (value === undefined || value === null) return undefined;
  const texts = (Array.isArray(value) ? value : [value]).map((each: JsonValue) => textOf(act, each, entities));
  return texts.length === 0 ? undefined : few(texts);
}

function textOf(act: Act, value: JsonValue, entities: Entities): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  // What a call gives to somebody names nobody in the same sentence: an alias would be given to itself.
  const given = Object.values(act.contents.requestParameters ?? {}).filter((other) => other !== value);
  return called(entities, act, value, given);
}

/** What an id of an act's request is called, with the beginning of the id. @param not names that say nothing here */
export function called(entities: Entities, { facts }: Act, text: string, not: readonly JsonValue[] = []): string {
  const id = identifyText(entities, facts.organizationId, text);
  const name = namesIn(entityOf(entities, facts.organizationId, id)).find((each) => !not.includes(each));
  return name === undefined || name === text ? shortened(text, LONGEST_VALUE) : `${name} (${shortId(text)})`;
}

/** The first few of some texts, and how many there are beside. */
export function few(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_VALUES).join(', ');
  return texts.length > MOST_VALUES ? `${shown} and ${texts.length - MOST_VALUES} more` : shown;
}
