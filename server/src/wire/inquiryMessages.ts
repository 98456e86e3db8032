import { RequestType } from 'vscode-jsonrpc';
import type { Weight } from '../core/check/schemaTypes';
import type { Sketch } from '../core/investigate/case/sketch';
import type { AnswerStatus } from '../core/investigate/questions/answer';
import type { Elsewhere, InquiryId } from '../core/investigate/questions/inquiry';
import type { EventItem } from './eventItem';

/** Something that was found in answer to an inquiry. Texts hold values of the logs as they are. */
export interface InquiryFinding {
  readonly kind: string;
  readonly weight: Weight;
  readonly summary: string;
  /** The same for a row that may be narrow: what was done comes first. */
  readonly label: string;
  /** How many events carry it. */
  readonly count: number;
  /** The earliest of them; none where it has links, which have their own. */
  readonly events: readonly EventItem[];
  /** Where one thing led to the next, in order. */
  readonly links?: readonly FindingLink[];
}

/** One step of a finding. Texts hold values of the logs as they are. */
export interface FindingLink {
  /** What kind of step it is, in a word: `grant`. */
  readonly step: string;
  /** Without a stop. */
  readonly sentence: string;
  /** How many events carry it; none where it is not in the logs. */
  readonly count: number;
  /** The earliest of them. */
  readonly events: readonly EventItem[];
  /** Which record would carry it, and where to look. */
  readonly missing?: string;
}

/** What is said to one inquiry, in the order in which they are to be read. */
export interface InquiryAnswer {
  readonly id: InquiryId;
  /** A few words, for a row. */
  readonly title: string;
  readonly question: string;
  readonly why: string;
  readonly weight: Weight;
  readonly status: AnswerStatus;
  /** The answer in a word or two, of our own. */
  readonly verdict: string;
  /** One sentence; holds values of the logs as they are. */
  readonly sentence: string;
  readonly findings: readonly InquiryFinding[];
  /** How many findings there are. */
  readonly total: number;
  readonly notCovered: readonly string[];
  /** What no log of CloudTrail tells of it, and where that stands; our own words. */
  readonly missing: readonly Elsewhere[];
  /** Ids of questions to ask next. */
  readonly next: readonly string[];
}

export interface InquiryAnswers {
  /** As `EventGroups` has it: of the events that were asked. */
  readonly revision: number;
  readonly answers: readonly InquiryAnswer[];
  /** By which these logs are known again, wherever they lie; empty where nothing was asked, and where they hold no event of WorkMail. */
  readonly sketch: Sketch;
  /** How many ids of mailboxes and groups in what was found have no name. */
  readonly unnamed: number;
  /** There are so many events that they are asked only when somebody wants it: nothing was asked. */
  readonly isLarge: boolean;
}

export interface AskInquiries {
  /** Nobody has asked for it: a view shows answers by itself. */
  readonly byItself?: boolean;
}

/** The answers to all questions that are asked of every log, of all open logs and inspected places together. */
export const InquiriesRequest = new RequestType<AskInquiries, InquiryAnswers, void>('workmailTrail/inquiries');
