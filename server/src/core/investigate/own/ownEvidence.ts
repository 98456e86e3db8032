import type { Act } from '../act';

/** What WorkMail's own logs tell, beside the calls that CloudTrail has. */
export interface OwnEvidence {
  /** How many records there are of each log, by its id; a log without any is not here. */
  readonly counts: ReadonlyMap<string, number>;
  /** What was done, as the logs have it, the most frequent first. */
  readonly acts: () => readonly OwnActCount[];
  /**
   * Records of a log, each once, the earliest first; those whose time can't be read come last.
   *
   * @param what those of one act alone, as the log has it
   */
  readonly records: (log: string, what?: string) => readonly OwnRecord[];
  /**
   * Records of what was done and allowed in groups, each once, the earliest first; those whose time can't be read come last. The group of
   * the earliest is the first.
   */
  readonly done: (asked: ActsAsked) => ReadonlyMap<string, OwnGroup>;
  /** The earliest and the latest record of a log, and their times in milliseconds since 1970; not numbers where none can be read. */
  readonly ends: (log: string) => LogEnds;
  /**
   * Who read what in which mailbox, as the mailbox access log tells.
   *
   * @param doorOf how somebody came to what is in a mailbox; what has one reader, mailbox, role and door is counted together
   * @param blind times in which the log does not tell of roles
   * @param partOf what was read by a role is counted apart by that, too
   */
  readonly reads: (
    doorOf: (cell: ReadCell) => Door,
    blind: readonly StretchOfHouse[],
    partOf?: PartOf,
  ) => readonly MailboxReads[];
  /** The record at a place, also one that repeats another; undefined where there is none of these logs. @param file as rows have it */
  readonly recordAt: (file: string, index: number) => OwnRecord | undefined;
}

/**
 * To which part of the time a moment belongs, for what was done by a role of an organization; undefined where it is not parted.
 *
 * @returns a function of milliseconds since 1970; not a number where no time can be read
 */
export type PartOf = (role: string, organization: string) => ((time: number) => string) | undefined;

/** Who did something in whose mailbox of which organization, by which role, as a record has it; empty where no field says it. */
export interface WhoIn {
  readonly organization: string;
  readonly user: string;
  readonly owner: string;
  readonly role: string;
}

/** Which records are asked for. */
export interface ActsAsked {
  /** The id of the log. */
  readonly log: string;
  /** As the log has them. Of one time those of the first come first. */
  readonly acts: readonly string[];
  /** The group that records of somebody belong to, undefined where they are not meant. It is asked once for many. */
  readonly groupOf: (who: WhoIn) => string | undefined;
}

/** Records of a group, and who the first of them tells of. */
export interface OwnGroup {
  readonly who: WhoIn;
  readonly records: readonly [OwnRecord, ...OwnRecord[]];
}

/** How often something was done, as a log tells. */
export interface OwnActCount {
  /** The id of the log. */
  readonly log: string;
  /** As the log has it. */
  readonly what: string;
  readonly records: number;
  /** So many of them were refused, or failed. */
  readonly refused: number;
}

/** In milliseconds since 1970: inclusive, exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The same of one organization, by its id; empty where it may be any. */
export interface StretchOfHouse extends Stretch {
  readonly organization: string;
}

export interface LogEnds {
  readonly records: readonly OwnRecord[];
  readonly from: number;
  readonly to: number;
}

/** A record of a log of WorkMail's own. */
export interface OwnRecord {
  readonly act: Act;
  /** The id of its log. */
  readonly log: string;
  /** The id; empty where no field says it. */
  readonly organization: string;
  /** The same for records that say the same, wherever they stand. */
  readonly content: string;
  /** In milliseconds since 1970; not a number where none can be read. */
  readonly time: number;
  /** Whether it was allowed or worked; undefined where that is not said. */
  readonly allowed: boolean | undefined;
  /** What was done, as the log has it. */
  readonly what: string;
  readonly address: string;
  readonly program: string;
  /** A column of its log: see `core/store/ownColumns.ts`. Empty where nothing stands there. */
  readonly text: (column: string) => string;
}

/**
 * How somebody came to what is in a mailbox: it is theirs; somebody let them in; by a role that stands for others; by a token instead of
 * a password; or nobody can tell.
 */
export type Door = 'own' | 'permission' | 'impersonation' | 'token' | 'not-known';

/** What one user did in one mailbox, by one role or none, from one address by one protocol. Texts are empty where no field says them. */
export interface ReadCell {
  readonly organization: string;
  readonly user: string;
  readonly owner: string;
  readonly role: string;
  readonly protocol: string;
  readonly address: string;
  /** The log did not tell of roles then. */
  readonly isBlind: boolean;
  /** Earliest and latest of what counts, in milliseconds since 1970; not a number where no time can be read. */
  readonly from: number;
  readonly to: number;
}

/** How much was read. Undefined: the fields that are there leave it open. */
export interface ReadCounts {
  /** Different messages whose content was fetched. */
  readonly items: number | undefined;
  /** Different folders that were read or listed. */
  readonly folders: number | undefined;
  readonly attachments: number | undefined;
  /** Different attempts that were refused, whatever they were for. */
  readonly refused: number | undefined;
  /** Something of messages was seen without opening them, as lists show it: that counts as none of these. */
  readonly previews: boolean;
}

/** A program, and when it was met first, in milliseconds since 1970; not a number where no time can be read. */
export interface ProgramSeen {
  readonly program: string;
  readonly from: number;
}

/** What one reader read in one mailbox by one role and door. */
export interface MailboxReads extends ReadCounts {
  /** The id; empty where no field says it. */
  readonly organization: string;
  readonly user: string;
  readonly owner: string;
  readonly role: string;
  readonly door: Door;
  /** At least one, in no order. */
  readonly cells: readonly ReadCell[];
  /** In the order of their names. */
  readonly programs: readonly ProgramSeen[];
  /** How many records tell of it; one that was delivered twice counts once, where anything tells it apart. */
  readonly records: number;
  /** Times of all of them, in milliseconds since 1970, ascending; without those that can't be read. */
  readonly times: () => Float64Array;
  /** The earliest of them, each once, as they happened. @param most so many, at least one */
  readonly acts: (most: number) => readonly Act[];
}
