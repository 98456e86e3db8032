/** By service, actions. */
export type Calls = Readonly<Record<string, readonly string[]>>;

/** What all calls of one move have in common: a bucket with role and key, a grantee, an impersonation role, or only who calls. */
export type Through = 'bucket' | 'grantee' | 'role' | 'nothing';

/** A file of schemas/movers: what moving mailboxes in one way leaves in CloudTrail. */
export interface MoverFile {
  readonly name: string;
  /** What was done, in words that stand behind the name of who did it. */
  readonly how: string;
  readonly source: { readonly page?: string; readonly statement: string };
  /** The call that takes one mailbox along, or opens it. */
  readonly carries?: { readonly action: string; readonly through: Through };
  readonly begins?: Calls;
  readonly beside?: Calls;
  readonly ends?: Calls;
}

/** What calls do to mail; see schemas/strays.json. */
export type ListedDeed = 'look' | 'forward' | 'guard' | 'open' | 'close' | 'fetch' | 'poll' | 'end' | 'give' | 'setUp';

export type SignName =
  | 'foreignAccount'
  | 'otherBucket'
  | 'onlyExport'
  | 'chosen'
  | 'otherRole'
  | 'moved'
  | 'oneGrant'
  | 'fewGrants'
  | 'ownRole'
  | 'ownHands'
  | 'moverRole'
  | 'otherHands'
  | 'meanwhile'
  | 'byHand'
  | 'forwarding'
  | 'incoming'
  | 'outside'
  | 'guards'
  | 'resets'
  | 'manyResets'
  | 'letIn'
  | 'diverted'
  | 'fetched'
  | 'newAddress'
  | 'roaming'
  | 'newActor'
  | 'newProgram'
  | 'otherWork'
  | 'moverKey'
  | 'again'
  | 'ruleGone'
  | 'newHours'
  | 'freshUser'
  | 'freshReader'
  | 'strangeReader'
  | 'ownReader'
  | 'roleChanged'
  | 'ownMeans'
  | 'probing'
  | 'lookingAround'
  | 'takenBack'
  | 'briefly';

/** schemas/strays.json */
export interface StraysFile {
  readonly deeds: Readonly<Record<ListedDeed, Calls>>;
  /** Calls that signs look for. */
  readonly known: Readonly<
    Record<
      'mainAddress' | 'takesAddress' | 'givesAddress' | 'letsIn' | 'closeLook' | 'switchesOff' | 'asksOfJob',
      Calls
    >
  >;
  /** By actions of WorkMail that are about a way by which mail leaves. */
  readonly through: Readonly<Record<string, Through>>;
  readonly signs: Readonly<Record<SignName, Sign>>;
  /** From how many points on a stray has a weight. */
  readonly weights: Readonly<Record<'critical' | 'high' | 'medium', number>>;
}

export interface Sign {
  readonly points: number;
  /** As a part of a sentence, in which `{span}` is how long what was done lasted. */
  readonly words: string;
  /** The same where there is no move at all; empty where it then says nothing. */
  readonly alone?: string;
}
