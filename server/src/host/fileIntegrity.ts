import type { Limits } from './limits';
import type { Stoppable } from './logFiles';

/**
 * Hashes of files on disk, and what they prove. Only a host with files and threads has this; in a browser it is absent.
 */
export interface Integrity {
  /**
   * Holds all files of a folder against the CloudTrail digests among them.
   *
   * @returns undefined when it was called off; as a text, a sentence that says why it can't be done
   */
  verify(request: VerifyFolder, tell: HearHashing, stop: Stoppable): Promise<VerifiedFolder | string | undefined>;
  /**
   * Hashes files as they lie on the disk.
   *
   * @param uris of scheme `file`
   * @returns in their order; fewer when it was called off
   */
  hash(uris: readonly string[], limits: Limits, tell: HearHashing, stop: Stoppable): Promise<readonly FileHash[]>;
}

/** How many files are done, of how many that are known by now. */
export type HearHashing = (done: number, of: number) => void;

/** What is verified, and by what. */
export interface VerifyFolder {
  /** Uri of the folder. */
  readonly uri: string;
  /** Uris of files below it; absent: all files of the folder. */
  readonly files?: readonly string[];
  /** How it is called; not escaped. */
  readonly name: string;
  /** Uri of a file with what `aws cloudtrail list-public-keys` prints; absent: signatures are not checked. */
  readonly publicKeys?: string;
  readonly limits: Limits;
}

/** What was found. */
export interface VerifiedFolder {
  /** All of it as a page. */
  readonly markdown: string;
  /** The verdict in a few words of our own. */
  readonly words: string;
  /** `unsure`: nothing is wrong, and not everything is proven. */
  readonly verdict: 'sound' | 'unsure' | 'faulty';
}

/** What came of hashing a file. */
export type FileHash =
  /** SHA-256 in hexadecimal digits; bytes; when it was changed last, in milliseconds since 1970. */
  | { readonly sha256: string; readonly size: number; readonly modified: number }
  /** Why there is no hash, as a clause behind the name of the file. */
  | { readonly failure: string };
