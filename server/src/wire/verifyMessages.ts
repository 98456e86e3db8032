import { ProgressType, RequestType } from 'vscode-jsonrpc';
import type { WorkDoneProgressParams } from 'vscode-languageserver-protocol';

/** What can be said of the logs of a folder by the digests among them. */
export interface Verified {
  /** A page. A file in it leads to `file/0/<path below the folder>/open.trail-event`, below the page. */
  readonly markdown: string;
  /** The verdict in a few words of our own: `2 logs changed, 1 log missing`. */
  readonly words: string;
  /** `unsure`: nothing is wrong, and not everything is proven. */
  readonly verdict: 'sound' | 'unsure' | 'faulty';
}

/**
 * client → server: hold the files of a folder on disk against the CloudTrail digests among them. `publicKeys`: a file with what
 * `aws cloudtrail list-public-keys` prints; without it no signature is checked. `refused` says in a sentence why it can't be done. Null where the
 * server has no files. `files`: uris of files and folders below the folder; then only these are looked at, and nothing that they lack is told as
 * missing. `name`: what the page calls them.
 */
export const VerifyRequest = new RequestType<
  { uri: string; files?: readonly string[]; name?: string; publicKeys?: string } & WorkDoneProgressParams,
  Verified | { readonly refused: string } | null,
  void
>('workmailTrail/verify');

/** The progress token type of VerifyRequest: so many files are hashed, of so many that are known by now. */
export const VerifyProgress = new ProgressType<{ readonly done: number; readonly of: number }>();
