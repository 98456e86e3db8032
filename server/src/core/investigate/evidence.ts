import type { Question } from '../query/question';
import type { Act } from './act';
import type { Entities } from './entities';
import type { SeenOfKind } from './novelty/seen';
import { byText } from './order';
import type { OwnEvidence } from './own/ownEvidence';

/** All that answers are made of. Nothing of it is read a second time. */
export interface Evidence {
  /** Every event of WorkMail and its Message Flow, and those of other services that belong to them, each once: see `schemas/aroundMail.json`. As `asHappened` has them. */
  readonly acts: readonly Act[];
  /** Those of WorkMail and its Message Flow alone, in the same order. */
  readonly mail: readonly Act[];
  /** What ids are called, as the logs and added lists have it. */
  readonly entities: Entities;
  readonly reach: Reach;
  /** What WorkMail's own logs tell beside CloudTrail. Found when it is asked for first. */
  readonly own: () => OwnEvidence;
  /**
   * What is new of whoever touches mail since a time, in every service: who was not there before, and what others had never been seen
   * with. Services of AWS that act on their own account are nobody here, and calls whose time can't be read are left out. In no order.
   *
   * @param until milliseconds since 1970
   */
  readonly seenSince: (until: number) => readonly SeenOfKind[];
  /** All that some principals were ever seen with. @param principals ARNs, else names */
  readonly seenWith: (principals: ReadonlySet<string>) => readonly SeenOfKind[];
  /**
   * What some actors did in every service, as their keys and ARNs tell.
   *
   * @param actors acts of each
   * @param most so many of the earliest events are told of each service
   */
  readonly portraits: (actors: readonly (readonly Act[])[], most: number) => readonly Portrait[];
  /**
   * What some hands did in other services than WorkMail and its Message Flow, as `asHappened` has it: for each of those that are asked for.
   *
   * @param most of the events that come from the same addresses so many of the earliest are looked at
   */
  readonly elsewhere: (asked: readonly Elsewhere[], most: number) => readonly (readonly Act[])[];
  /** Records that have one eventID, which belongs to one event only, and do not tell the same; in the order they were met. @param most so many ids */
  readonly unlike: (most: number) => readonly Unlike[];
  /** The earliest events of all services that answer a question, as `asHappened` has them. @param isAsked what else must be so of them */
  readonly find: (question: Question, most: number, isAsked?: (act: Act) => boolean) => readonly Act[];
}

/** Records of one eventID that do not tell the same. Of many the first is told with the first few that differ from it. */
export interface Unlike {
  readonly acts: readonly [Act, Act, ...Act[]];
  /** Fields of the record in which they differ, as CloudTrail calls them. */
  readonly fields: readonly string[];
}

/** From where, by whom and when something is done. */
export interface Elsewhere {
  /** However logs write them. */
  readonly addresses: readonly string[];
  /** See `Doer`. */
  readonly whos: ReadonlySet<string>;
  /** In milliseconds since 1970, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/** What one actor did in every service. */
export interface Portrait {
  /** As the logs have them, in the order of their texts. */
  readonly keys: readonly string[];
  readonly addresses: readonly string[];
  readonly programs: readonly string[];
  /** When the actor was seen first and last, in milliseconds since 1970; undefined where no time can be read. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** By `serviceLabel`. */
  readonly services: ReadonlyMap<string, ServiceUse>;
}

/** What an actor did in one service. */
export interface ServiceUse {
  readonly calls: number;
  readonly failed: number;
  readonly actions: readonly string[];
  /** The earliest of these calls. */
  readonly acts: readonly Act[];
}

/** A log of which something was not read: it is cut off, say, or its archive ends early. */
export interface Loss {
  /** The log, as its rows have it. */
  readonly file: string;
  /** As it is shown; not escaped. */
  readonly name: string;
  /** Why, in sentences; without one where nothing is known. */
  readonly why: readonly string[];
}

/** How far the logs reach. */
export interface Reach {
  readonly logs: number;
  readonly losses: readonly Loss[];
  /** Of all services, each event once. */
  readonly events: number;
  /** Those among them whose record is broken or no event as CloudTrail writes it. */
  readonly malformed: number;
  /** Those among them that only read, as their records say. */
  readonly reads: number;
  /** Earliest and latest of the times that are believed, in milliseconds since 1970; undefined where no time can be read. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Events that lie outside of that: their times can't be, or lie far from all others. */
  readonly aside: number;
  /** Events by service, as `serviceLabel` has it; by Region; and by account whose trail received them. */
  readonly services: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<string, number>;
  readonly accounts: ReadonlyMap<string, number>;
}

/**
 * Orders acts by time, whatever order logs are given in: what happened in one second goes by eventID, and only what has none by its
 * place. Acts whose time can't be read come last. What had to be made first in one second, `asHappened` knows.
 */
export function byHappening(left: Act, right: Act): number {
  // Infinity minus itself is not a number, so equality is asked first.
  if (left.time !== right.time) return left.time - right.time;
  return (
    byText(left.row.eventID, right.row.eventID) ||
    byText(left.row.action, right.row.action) ||
    byText(left.row.file, right.row.file) ||
    left.row.index - right.row.index
  );
}
