import { RequestType } from 'vscode-jsonrpc';
import type { Position } from 'vscode-languageserver-protocol';
import type { QuestionCompletion } from '../core/query/completionsAt';
import type { QuestionProblem } from '../core/query/questionProblem';

/**
 * client → server: what is wrong with a question that is being typed, and what may be written at a place of it (UTF-16, zero
 * based). Values come with how many events have them, of all that are open or inspected.
 */
export const QuestionRequest = new RequestType<{ text: string; offset: number }, QuestionHelp, void>(
  'workmailTrail/question',
);

/** Help for a question that is being typed. */
export interface QuestionHelp {
  readonly problems: readonly QuestionProblem[];
  /** The characters from `start` to `end`, exclusive, give way to the `text` of an item. */
  readonly completions: { readonly start: number; readonly end: number; readonly items: readonly QuestionCompletion[] };
}

/** client → server: the questions that lead from an event to others like it. Null when it is gone. */
export const LikeEventRequest = new RequestType<{ uri: string; index: number }, readonly LikeEvent[] | null, void>(
  'workmailTrail/likeEvent',
);

/** All events that have something in common with one. Values are as the log has them. */
export interface LikeEvent {
  /** The field they have in common: `key`, `actor`, `address`, `action` … as questions name it. */
  readonly field: string;
  readonly value: string;
  /** In the language of questions. */
  readonly question: string;
  /** How many events it picks, of all services. */
  readonly events: number;
}

/** client → server: what the value at a place of an open document names. Null where no other event can name the same. */
export const NameAtRequest = new RequestType<{ uri: string; position: Position }, NameHere | null, void>(
  'workmailTrail/nameAt',
);

/** What a value names: an access key, an address, a mailbox. */
export interface NameHere {
  /** What kind of thing it is, in our words: `access key`. */
  readonly words: string;
  /** As the log has it. */
  readonly text: string;
  /** Which events name the same, in the language of questions. */
  readonly question: string;
}

/**
 * client → server: all events that answer a question, of all services, in the order they happened and with the pauses between them,
 * as Markdown. Links are those of `SummarizeRequest`.
 */
export const TrailRequest = new RequestType<
  {
    question: string;
    /** What they have in common, for the title. */
    about?: Pick<NameHere, 'words' | 'text'>;
    /** Logs and places by their position in links, as an earlier answer gave them; absent: whatever there is. */
    uris?: readonly string[];
  },
  { markdown: string; events: number; uris: readonly string[] },
  void
>('workmailTrail/trail');

/** client → server: a question that asks for something more (also a question), or leaves it out; what is written in it stays. */
export const NarrowedQuestionRequest = new RequestType<
  { where: string; more: string; isLeftOut: boolean },
  string,
  void
>('workmailTrail/narrowedQuestion');
