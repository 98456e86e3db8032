/** A file of a place, as its host has read it. */
export interface SeenFile {
  /** Its path below the place, with slashes. An attacker's pen, as all names are. */
  readonly file: string;
  /** What it holds, or in one clause why that is not known. */
  readonly content: SeenContent | { readonly failure: string };
}

/** What a file holds, as hashes. They are SHA-256, in hexadecimal digits of lower case. */
export interface SeenContent {
  /** Of the text in its first gzip member, which is what CloudTrail hashes; of its bytes, if it is not packed. */
  readonly sha256: string;
  /** Of the texts of all its gzip members, one behind the other, where there are several. */
  readonly ofAllMembers?: string;
  readonly isPacked: boolean;
  /** What is wrong with how it is packed. */
  readonly damage?: PackingDamage;
  /** Bytes behind the text that `sha256` is of: no hash covers them. */
  readonly behind: number;
  /** Its text, where it may be a digest. */
  readonly digestText?: string;
  /** Whether something in it may be an event. */
  readonly namesEvents: boolean;
  /** Whether it is a log that WorkMail itself writes, and nothing of CloudTrail. */
  readonly isOwnLog: boolean;
}

/**
 * `broken`: it can't be unpacked to its end. `cut`: it ends before its text does. `trailer-cut`: its text is whole, and what stands behind it is
 * cut off. `checksum`: its text is whole, and its own checksum is of another.
 */
export type PackingDamage = 'broken' | 'cut' | 'trailer-cut' | 'checksum';
