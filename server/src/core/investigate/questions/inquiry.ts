import type { Weight } from '../../check/schemaTypes';

/** Where else to look for what a log does not tell. */
export interface Elsewhere {
  readonly what: string;
  readonly log: string;
  /** A way through the pages of the AWS console. */
  readonly console?: string;
  /** A command of the AWS CLI; words in capitals stand for values of the reader's. */
  readonly command?: string;
  /** Those of WorkMail's own logs that tell it, by log type: see schemas/logDeliveries.json. */
  readonly ownLogs?: readonly string[];
}

/** What a call asks for. Of a request that is not kept nothing holds. */
export interface AskedFor {
  /** By its path in the request. */
  readonly parameter: string;
  readonly is?: string | boolean;
  /** A list that holds nothing else; an empty one holds nothing. */
  readonly only?: readonly string[];
}

/** Calls of some actions that are an answer. */
export interface Finds {
  readonly kind: string;
  /** By service, as `serviceLabel` has it. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
  /** Calls of which one of these holds are meant alone, and calls of which one of these holds are not. */
  readonly when?: readonly AskedFor[];
  readonly unless?: readonly AskedFor[];
  /** Those that were refused or failed are meant, instead of those that were carried out. */
  readonly failed?: true;
  /** Of calls that the catalog does not weigh. */
  readonly weight?: Weight;
}

/** What WorkMail's own logs tell of a question, beside what calls tell. */
export interface OwnLogsAsked {
  /** Ids of the logs. */
  readonly logs: readonly string[];
  /** A sentence. */
  readonly tells: string;
  /** The kinds of findings that come of them. */
  readonly kinds: readonly string[];
  /** What they do not tell, though one could think so. */
  readonly notCovered?: string;
  /** What is said where neither they nor calls tell anything; absent: what is said of calls alone. */
  readonly nothing?: string;
}

/** A file of schemas/questions. */
export interface InquiryFile {
  /** A few words for a row of a list. */
  readonly title: string;
  /** In the words of who has to answer for mail. */
  readonly question: string;
  readonly why: string;
  readonly weight: Weight;
  /** By service, the actions that an answer rests on; `*` is all of them. */
  readonly restsOn: Readonly<Record<string, readonly string[]>>;
  readonly evidence: string;
  readonly missing: readonly Elsewhere[];
  readonly own?: OwnLogsAsked;
  /** What to ask next, by id. */
  readonly next: readonly string[];
  /** With a finding of this kind the answer is read before all others. */
  readonly leadsWith?: string;
  /** With a finding of this kind first, the answer is read as early as the question weighs, however little the finding does. */
  readonly weighsWith?: string;
  /** Where an answer is all calls of some actions. The other two are there where this is. */
  readonly finds?: readonly Finds[];
  /** What it means where nothing is found, and the sentence that is said then. */
  readonly silent?: 'nothing-found' | 'cannot-tell';
  readonly nothing?: string;
}

/** The questions that are asked of every log; in code they are called inquiries, since questions pick events. */
export const inquiryIds = [
  'way-in',
  'mail-read',
  'log-complete',
  'mailbox-exported',
  'mailbox-access',
  'all-mailboxes',
  'forwarding',
  'app-access',
  'mail-changed',
  'guards-off',
  'new-accounts',
  'credentials-reset',
  'spoofing',
  'sent-as',
  'destroyed',
  'what-else',
  'first-last',
  'attack-order',
  'new-behaviour',
  'known-rules',
  'migration-or-theft',
  'log-unedited',
  'blind-spots',
  'still-open',
  'who-is-who',
] as const;

export type InquiryId = (typeof inquiryIds)[number];
