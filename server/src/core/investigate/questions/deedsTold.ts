import type { Act } from '../act';
import type { Entities } from '../entities';
import { shownTargets } from '../listedEvent';
import { bucketsIn } from '../novelty/newBuckets';
import { heaviestOf, rankOf } from './heaviestOf';
import { few, phraseOf } from './phrase';

/** What somebody did, one thing after the other. */
export interface DeedsTold {
  /** As they happened, each once, with how often it was done. */
  readonly told: readonly string[];
  /** How many things are left out, none of which weighs more than what is told. */
  readonly left: number;
}

/** How many things are told: more only where more of them weigh most. */
export interface Room {
  readonly most: number;
  readonly mostOfHeaviest: number;
}

export const MOST_IN_SENTENCE: Room = { most: 3, mostOfHeaviest: 5 };

interface Deed {
  readonly act: Act;
  readonly phrase: string;
  count: number;
}

/** Where there is no room for all that was done, what weighs most is told, and of that first one of each kind. */
export function deedsTold(acts: readonly Act[], entities: Entities, { most, mostOfHeaviest }: Room): DeedsTold {
  const byPhrase = new Map<string, Deed>();
  for (const act of acts) {
    const phrase = act.row.outcome === 'failed' ? attempt(act, entities) : phraseOf(act, entities);
    const known = byPhrase.get(phrase);
    if (known === undefined) byPhrase.set(phrase, { act, phrase, count: 1 });
    else known.count += 1;
  }
  const all = Array.from(byPhrase.values());
  const shown = all.length > most ? heaviest(all, most, mostOfHeaviest) : all;
  return { told: shown.map(wordsOf), left: all.length - shown.length };
}

/** `and 2 more such things`; nothing where none is left. */
export function moreThings(left: number): readonly string[] {
  return left === 0 ? [] : [`and ${left} more such ${left === 1 ? 'thing' : 'things'}`];
}

/** In the order they happened. */
function heaviest(all: readonly Deed[], most: number, mostOfHeaviest: number): readonly Deed[] {
  const counts = new Map<string, number>();
  const ranked = all.map((deed) => {
    const kind = `${deed.act.row.source} ${deed.act.row.action}`;
    const ofKind = counts.get(kind) ?? 0;
    counts.set(kind, ofKind + 1);
    return { deed, weight: rankOf(deed.act), ofKind };
  });
  const top = ranked.reduce((least, { weight }) => Math.min(least, Math.floor(weight / 2)), Number.POSITIVE_INFINITY);
  const many = ranked.filter(({ weight }) => Math.floor(weight / 2) === top).length;
  const room = Math.max(most, Math.min(many, mostOfHeaviest));
  // Of the heaviest one of each kind comes before a second one of any.
  const rank = ({ weight, ofKind }: (typeof ranked)[number]): number =>
    Math.floor(weight / 2) * all.length * 2 + ofKind * 2 + (weight % 2);
  return heaviestOf(ranked, room, rank).map(({ deed }) => deed);
}

function wordsOf({ phrase, count }: Deed): string {
  return count === 1 ? phrase : `${phrase}, ${count} times`;
}

/** Of a call that failed its parameters are often not told. */
function attempt(act: Act, entities: Entities): string {
  const { row, facts } = act;
  // A message in transit is gone a moment later: what was tried on it is told here or nowhere.
  const on = facts.service === 'messageflow' ? [...shownTargets(facts, entities), ...bucketsIn(act)] : [];
  return `tried ${row.action}${on.length === 0 ? '' : ` on ${few(on)}`}${row.errorCode === '' ? ', which failed' : `, which failed with ${row.errorCode}`}`;
}
