import type { Weight } from '../../check/schemaTypes';
import type { AccessLink } from '../access/accessLink';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import { byHappening } from '../evidence';
import type { ReadingTold } from '../own/readingTold';
import type { Span } from '../span';
import { isoSecond } from '../utcText';
import type { Elsewhere } from './inquiry';

/** Whether the logs hold an answer: they do; nothing in them tells of it; or they could not tell of it if it had happened. */
export type AnswerStatus = 'answered' | 'nothing-found' | 'cannot-tell';

/** Something that was found. Never without the events that carry it. */
export interface Finding {
  /** What kind it is of, by the question: `move` and `stray` of `migration-or-theft`. */
  readonly kind: string;
  readonly weight: Weight;
  /** One sentence. Values of the logs stand in it as they are: whoever shows it escapes it. */
  readonly summary: string;
  /** The same for a row that may be narrow: what was done comes first, then who did it and when. Values as they are. */
  readonly label: string;
  /** The same in parts, where it is much: for whoever has room for a list. */
  readonly parts?: FindingParts | undefined;
  /** The access key or the role that acted, where it is about one. */
  readonly actor?: string;
  /** Where it is about what somebody read of a mailbox: how much. */
  readonly reading?: ReadingTold;
  /** Where one thing led to the next: each with the events that carry it, and how sure it is. */
  readonly links?: readonly AccessLink[];
  /** Ids and names of what it is about, as the logs have them. */
  readonly entities: readonly string[];
  /** At least one, as they happened; of very many the earliest. Of what was read the records, then the calls that let the reader in. */
  readonly acts: readonly [Act, ...Act[]];
  /** From when to when all of it happened, where more tell of it than `acts` has. */
  readonly span?: Span;
}

/** A finding in parts, with values as they are: a short sentence, and below it one by one what was done and what it is told by. */
export interface FindingParts {
  readonly lead: string;
  readonly facts: readonly string[];
}

/** What is said to one question. */
export interface Answer {
  readonly status: AnswerStatus;
  /** One sentence, with values as they are. */
  readonly sentence: string;
  /** The weightiest first, of one weight as they happened. */
  readonly findings: readonly Finding[];
  /** What these logs do not cover beyond what is so of all logs, in sentences. */
  readonly notCovered: readonly string[];
  /** Where else to look, where that is less than the inquiry names, since something of it is here. */
  readonly missing?: readonly Elsewhere[];
}

/** The time of the first and of the last of its events, as the logs tell them; empty where none can be read. */
export function timesOf({ acts, span }: Finding): { readonly from: string; readonly to: string } {
  if (span !== undefined) return { from: momentText(span.from), to: momentText(span.to) };
  const told = acts.filter(({ row }) => !Number.isNaN(row.time));
  return { from: told[0]?.row.eventTime ?? '', to: told.at(-1)?.row.eventTime ?? '' };
}

function momentText(time: number): string {
  return Number.isNaN(time) ? '' : isoSecond(time);
}

/** What is told of a finding beside its events. What is given as a function is made when somebody reads it, and once. */
export type Told = Omit<Finding, 'acts' | 'summary' | 'label' | 'entities' | 'parts'> & {
  readonly summary: string | (() => string);
  readonly label: string | (() => string);
  readonly entities: readonly string[] | (() => readonly string[]);
  readonly parts?: () => FindingParts | undefined;
};

/** A finding of some acts, each once and as they happened; undefined where there are none. @param told is given them so */
export function findingOf(acts: readonly Act[], told: (acts: readonly [Act, ...Act[]]) => Told): Finding | undefined {
  const all = inOrder(acts);
  return isSome(all) ? findingIn(all, told(all)) : undefined;
}

/** The same of acts that are each once and as they happened already, so that hundreds of them need not be looked through for each finding. */
export function findingOfOrdered(
  acts: readonly Act[],
  told: (acts: readonly [Act, ...Act[]]) => Told,
): Finding | undefined {
  return isSome(acts) ? findingIn(acts, told(acts)) : undefined;
}

/** The same of acts that are looked up when somebody looks at them, in any order. */
export function findingLater(acts: () => Finding['acts'], told: Told): Finding {
  return findingIn(() => {
    const found = acts();
    const all = inOrder(found);
    return isSome(all) ? all : found;
  }, told);
}

/** @param acts each once and as they happened; a function is asked when somebody looks at them, once */
export function findingIn(
  acts: Finding['acts'] | (() => Finding['acts']),
  { kind, weight, summary, label, actor, entities, parts, reading, links, span }: Told,
): Finding {
  const [sentence, words, ids] = [whenRead(summary), whenRead(label), whenRead(entities)];
  const inParts = whenRead<FindingParts | undefined>(parts);
  const carrying = whenRead(acts);
  return {
    kind,
    weight,
    get summary() {
      return sentence();
    },
    get label() {
      return words();
    },
    get parts() {
      return inParts();
    },
    ...(actor !== undefined && { actor }),
    ...(reading !== undefined && { reading }),
    ...(links !== undefined && { links }),
    ...(span !== undefined && { span }),
    get entities() {
      return ids();
    },
    get acts() {
      return carrying();
    },
  };
}

function whenRead<T extends string | readonly string[] | Finding['acts'] | FindingParts | undefined>(
  told: T | (() => T),
): () => T {
  let made = typeof told === 'function' ? undefined : told;
  return () => {
    made ??= typeof told === 'function' ? told() : told;
    return made;
  };
}

/** Acts each once and as they happened; mostly they are already. */
function inOrder(acts: readonly Act[]): readonly Act[] {
  if (isInOrder(acts)) return acts;
  const distinct = new Map(acts.map((act) => [`${act.log} ${act.row.index}`, act]));
  return asHappened(distinct.values());
}

function isInOrder(acts: readonly Act[]): boolean {
  return acts.every((act, at) => isBefore(acts[at - 1], act));
}

function isBefore(one: Act | undefined, other: Act): boolean {
  return one === undefined || byHappening(one, other) < 0;
}

function isSome(acts: readonly Act[]): acts is Finding['acts'] {
  return acts.length > 0;
}
