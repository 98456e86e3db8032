import { RequestType } from 'vscode-jsonrpc';

/**
 * client → server: add lists of names to what the logs teach: what the AWS CLI prints for `list-users` and the like, as files on disk
 * (see `schemas/nameLists.json`). They hold until `ForgetNamesRequest`; a file that was added before is read anew. The same files can be
 * named in the `initializationOptions`, as `names`.
 */
export const AddNamesRequest = new RequestType<{ uris: readonly string[] }, NamesAdded, void>('workmailTrail/addNames');

/** client → server: let go of all names that were added. */
export const ForgetNamesRequest = new RequestType<Record<string, never>, null, void>('workmailTrail/forgetNames');

/** What is known after files of names were added. */
export interface NamesAdded {
  /** Those that were asked for, in their order. */
  readonly files: readonly NameFile[];
  /** How many ids all lists name, those added before among them, and what the lists are called; not escaped. */
  readonly ids: number;
  readonly lists: readonly string[];
  /** Names that stand for several ids, and so for none of them: how many, and the first. */
  readonly unsureNames: { readonly count: number; readonly first: readonly string[] };
  /** Ids that are called differently in two lists; the list added last goes first. */
  readonly renamedIds: { readonly count: number; readonly first: readonly string[] };
}

/** What came of a file of names. Sentences are in our own words. */
export interface NameFile {
  readonly uri: string;
  /** How many ids it names. */
  readonly ids: number;
  /** What is left out of it, and why. */
  readonly notes: readonly string[];
  /** Why nothing of it was added: what was found, and what is expected. */
  readonly refused?: string;
}
