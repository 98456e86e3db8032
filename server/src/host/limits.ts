/**
 * How much is read of one log, so that a small file that unpacks to a huge one can't fill the machine. All of them can be
 * set: the message that tells of a limit names the setting or the option.
 */
export interface Limits {
  /** Bytes of text of one log at most. */
  readonly size: number;
  /** Bytes of text for each byte on disk at most, where a log has more than `ratioFrom` bytes of text. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Gzip members in one file, or files in one zip archive, at most. */
  readonly members: number;
  /** How often a file may be compressed, one container in another. */
  readonly depth: number;
  /** Where somebody can change them: in the editor's settings, or by options of the command line. */
  readonly setBy: 'settings' | 'options';
}

/** What can be set. */
export type LimitName = 'size' | 'ratio' | 'members' | 'depth';

/** What a limit is called where it can be changed. */
export function limitNamed(name: LimitName, { setBy }: Limits): string {
  return setBy === 'settings' ? `the setting workmailTrail.limits.${name}` : `the option --max-${name}`;
}

/** More UTF-16 units do not fit into one string of V8. A byte of UTF-8 becomes one unit at most. */
export const LONGEST_TEXT = 0x1f_ff_ff_e8;

/**
 * CloudTrail's own logs are compressed ten- to thirtyfold, have one member and are compressed once: every record has two ids
 * of its own. The same record over and over gets to 200, a file made to fill a disk to 1,000.
 */
export const defaultLimits: Limits = {
  size: LONGEST_TEXT,
  ratio: 100,
  ratioFrom: 64 * 1024 * 1024,
  members: 10_000,
  depth: 3,
  setBy: 'settings',
};

/** Bytes that may come out of a compressed file, and which limit says so. */
export interface Room {
  readonly bytes: number;
  readonly limit: 'size' | 'ratio';
}

/** @param onDisk bytes of the file */
export function roomFor(onDisk: number, { size, ratio, ratioFrom }: Limits): Room {
  const unsuspicious = Math.max(ratioFrom, Math.floor(ratio * onDisk));
  return unsuspicious < size ? { bytes: unsuspicious, limit: 'ratio' } : { bytes: size, limit: 'size' };
}

/** What containers put around a text without making it shorter. Bytes. */
const CONTAINER = 64 * 1024;

/** Bytes of a file that are worth reading: what is compressed and longer than this has a text that is too long as well. */
export function mostOnDisk({ size }: Limits): number {
  return Math.min(size, LONGEST_TEXT) + CONTAINER;
}
