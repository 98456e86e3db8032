import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import type { Span } from '../span';

/** The steps from a right to what was done with it. */
export const accessSteps = ['grant', 'assume', 'read', 'sent', 'forwarded'] as const;
export type AccessStep = (typeof accessSteps)[number];

/** How sure it is that a link belongs to the one before it: the records name the same thing; they most likely do; or only their times fit. */
export type Strength = 'certain' | 'likely' | 'by-time';

/** One link of an access: values of the logs stand in its sentence as they are. */
export interface AccessLink {
  readonly step: AccessStep;
  /** Without a stop. How sure it is stands in it, where it is tied to something before it. */
  readonly sentence: string;
  /** Absent where it is tied to nothing before it, and where nothing of it is in the logs. */
  readonly strength?: Strength;
  /** The events that carry it, as they happened; none where it is not in the logs. */
  readonly acts: readonly Act[];
  /** From when to when it happened, where more records tell of it than `acts` has. */
  readonly span?: Span;
  /** Of what was done by a role: calls that may have taken it for that. */
  readonly takers?: readonly Act[];
  /** Which record would carry it, and where to look; absent where nothing is missing. */
  readonly missing?: string;
}

/** What one role, or one user in another's mailbox, was given, and what was done with that. */
export interface Access {
  /** `Impersonation role Archive (2a0f…)`, `Bob (04a1…) in the mailbox of Alice (9f00…)` */
  readonly who: string;
  readonly weight: Weight;
  /** In the order of the steps. At least one has events. */
  readonly links: readonly AccessLink[];
  /** Ids of the users and the role. */
  readonly entities: readonly string[];
  /** The id of the role; empty where it is none. */
  readonly role: string;
  /** The id of the organization; empty where no record tells it. */
  readonly organization: string;
}

/** Behind a sentence, how sure it is: ` (likely: the same role)`. */
export function howSure(strength: Strength, why: string): string {
  return ` (${strength === 'by-time' ? 'by time' : strength}: ${why})`;
}

/** Adds who took the role, where anybody did. */
export function withTakers(takers: readonly Act[]): (link: AccessLink) => AccessLink {
  return (link) => (takers.length === 0 ? link : { ...link, takers });
}
