import { phrases } from '../../../generated/phrases';
import { at } from '../../explain/members';
import { serviceLabel } from '../../explain/serviceLabel';
import type { JsonValue } from '../../record';
import type { Act } from '../act';
import { type Entities, entityOf, identifyText, nameIn } from '../entities';
import { shownTargets } from '../listedEvent';
import { shortId } from '../shortId';

/** Of the values of a parameter, and of names beside it. */
const MOST_VALUES = 3;
/** Of one value. UTF-16 units. */
const LONGEST_VALUE = 250;

/**
 * What a call did, in words that stand behind the name of who made it: `exported the mailbox Amal (1b07…) to the bucket x`. Calls
 * that schemas/phrases.json does not know are told by their names.
 */
export function phraseOf(act: Act, entities: Entities): string {
  const { row, facts } = act;
  const phrase = phrases().get(serviceLabel(row.source).toLowerCase())?.get(row.action);
  const written = phrase === undefined ? undefined : filled(phrase, (name) => toldValue(act, name, entities));
  if (written !== undefined) return written;
  const targets = facts.service === 'other' ? row.named : shownTargets(facts, entities);
  const on = targets.length === 0 ? '' : ` on ${few(targets)}`;
  return `called ${row.action === '' ? 'something whose name cannot be read' : row.action}${on}`;
}

/** Words in square brackets, the name of a value in braces, or words as they stand. */
const PIECE = /\[([^\]]*)\]|\{([^}]+)\}|[^[{]+/g;

/** @returns undefined where a value is not told that stands outside of square brackets */
function filled(phrase: string, valueNamed: (name: string) => string | undefined): string | undefined {
  const pieces: string[] = [];
  for (const [piece, optional, name] of phrase.matchAll(PIECE)) {
    if (optional !== undefined) pieces.push(filled(optional, valueNamed) ?? '');
    else if (name === undefined) pieces.push(piece);
    else {
      const value = valueNamed(name);
      if (value === undefined) return undefined;
      pieces.push(value);
    }
  }
  return pieces.join('');
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

function textOf({ facts }: Act, value: JsonValue, entities: Entities): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const id = identifyText(entities, facts.organizationId, value);
  const name = nameIn(entityOf(entities, facts.organizationId, id));
  return name === undefined || name === value ? cut(value) : `${name} (${shortId(value)})`;
}

/** A description may fill a page, and push what else was done out of sight. Never ends in half of a surrogate pair. */
function cut(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function few(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_VALUES).join(', ');
  return texts.length > MOST_VALUES ? `${shown} and ${texts.length - MOST_VALUES} more` : shown;
}
