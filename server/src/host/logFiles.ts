import type { LogCounts } from '../core/investigate/counts';
import type { EventFacts } from '../core/investigate/facts';
import type { OtherRecords } from '../core/investigate/summary';
import type { Window } from '../core/investigate/window';
import type { FieldOrder } from '../core/read/own/fieldOrder';
import type { Stretch } from '../core/store/stretch';
import type { Limits } from './limits';

/**
 * Logs that lie on disk, which the server reads itself: what an editor can't hold (compressed logs, logs above 50 MB) and
 * whole folders of them. Only a host with files has this; in a browser it is absent.
 *
 * Nothing here throws for what is in a file, whatever its bytes are, and nothing is passed over in silence.
 */
export interface LogFiles {
  /**
   * Reads one file: plain or compressed, in UTF-8 or UTF-16.
   *
   * @param uri of scheme `file`
   * @param limits how much is read of it; absent: the usual limits
   * @param what it is read for: of a `log` the beginning is enough where nothing in it names an event; absent: a log
   */
  read(uri: string, limits?: Limits, what?: 'log' | 'text'): Promise<ReadOutcome>;
  /**
   * Reads the logs below some files and folders. Every file that is finished is handed to `take` at once, in no promised
   * order; a file that was read before and has not changed comes from the cache.
   *
   * @returns when all is read, or soon after `token` is cancelled
   */
  scan(request: ScanRequest, take: (part: ScanPart) => void, token: Stoppable): Promise<ScanEnd>;
  /** How an engine that reads JSON by the letter takes a file. */
  taken(uri: string): Promise<Taken>;
}

/** With its events, without any, or not at all, so that the engine stops. */
export type Taken = 'whole' | 'nothing' | 'refused';

/** LSP's cancellation tokens are of this shape. */
export interface Stoppable {
  readonly isCancellationRequested: boolean;
}

/** What came of reading a file: its text, or why there is none. */
export type ReadOutcome = LogOnDisk | ReadFailure;

/** Why there is no text, as a clause behind the name of the file. */
export interface ReadFailure {
  readonly failure: string;
  /**
   * It is no log, so nothing is missing: something else that is known, or nothing that is known, and no name of an event stands
   * in it. Absent: it may be one.
   */
  readonly noLog?: 'known' | 'unknown';
}

/** What could be read of a file. */
export interface LogOnDisk {
  readonly text: string;
  /** What is wrong with the file around its text; empty for nearly all. */
  readonly notes: readonly ReadNote[];
  /** Bytes on disk, and when it was changed last, in milliseconds since 1970. */
  readonly size: number;
  readonly modified: number;
  readonly isCompressed: boolean;
}

/** Something wrong with a file as a container of text, in one sentence for its reader. */
export interface ReadNote {
  readonly code: string;
  readonly message: string;
  /** Text is missing, or may be: the file is only partly read. */
  readonly isLoss: boolean;
}

/** What to look for, and where. */
export interface ScanRequest {
  /** Uris of files and folders. A file that lies below two of them is read once. */
  readonly roots: readonly string[];
  /**
   * Only records whose eventTime lies in it are counted and kept, and those whose time can't be read. Files whose path
   * says that they were delivered on another day are not opened.
   */
  readonly window?: Window;
  /** Whose events are kept; absent: those of WorkMail and its Message Flow. */
  readonly service?: ServiceChoice;
  /** Whether the rows of all services are kept: see `ScannedFile.stretches`. */
  readonly keepsRows?: boolean;
  /**
   * Only records that answer this question are counted and kept; absent: all. As `printQuestion` writes it.
   */
  readonly where?: string;
  /** How `where` knows a file; absent: by its uri. The same for a file whenever the same roots are asked for. */
  readonly nameOf?: (uri: string) => string;
  /** Uri of a folder for what need not be read again next time; absent: nothing is remembered. */
  readonly cacheFolder?: string;
  /** How much is read of one file; absent: the limits of `read`. */
  readonly limits?: Limits;
}

/** `workmail` is WorkMail and its Message Flow, `all` every service; else an eventSource in small letters. */
export type ServiceChoice = 'workmail' | 'all' | (string & {});

/** What the walk has found, or what came of some files. */
export type ScanPart =
  | { readonly kind: 'found'; readonly files: number; readonly isAll: boolean }
  | { readonly kind: 'read'; readonly files: readonly ScannedFile[] };

/** What became of one file below a scanned folder. */
export interface ScannedFile {
  readonly uri: string;
  readonly outcome: 'read' | 'partly' | 'skipped';
  /** Something of it that should have been read could not be. */
  readonly isFailure: boolean;
  /** Why it was skipped or only partly read, in words; for a whole log empty. */
  readonly reasons: readonly string[];
  /** What is wrong with it as a file, whatever stands in its text. */
  readonly notes: readonly ReadNote[];
  readonly size: number;
  readonly modified: number;
  readonly isCompressed: boolean;
  /** How the log wraps its records; `none` where it is no CloudTrail log. */
  readonly container: string;
  readonly counts: LogCounts;
  /** Malformed records by what is wrong with them, whichever service wrote them. */
  readonly malformed: { readonly syntax: number; readonly schema: number };
  /** Records of other services by eventSource in small letters. */
  readonly others: readonly (readonly [eventSource: string, records: OtherRecords])[];
  /** Earliest and latest readable eventTime of any record, in milliseconds. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Records that were left out because they happened at another time than was asked for. */
  readonly outside: number;
  /** Records that were left out because they do not answer the question, and how many of these are broken JSON; absent: none. */
  readonly unasked?: { readonly records: number; readonly broken: number };
  /** What of its text was not read, in sentences: where it is cut off, for one. Absent: nothing. */
  readonly lost?: readonly string[];
  /** Lines of values without the names of their fields, which calls in other logs may tell. */
  readonly lacksNames?: true;
  /** Of these nothing names an organization: only an order of fields without it tells more. */
  readonly lacksOrganization?: true;
  /** What its calls tell of such lines, whenever they happened; absent: nothing. */
  readonly tellsOrders?: readonly FieldOrder[];
  /** The orders of fields that it was read with; absent: none. */
  readonly readWith?: readonly FieldOrder[];
  /** Events of the service asked for, and records too damaged to tell whose they are. `others` does not count them. */
  readonly events: FileEvents;
  /** All records that lie in the window, in the order of the file; those of `events` alone where no more were asked for. */
  readonly stretches: readonly FileStretch[];
}

/** Events of a file, in their order there. They are made when they are gone through, each time: a folder may hold a million. */
export interface FileEvents extends Iterable<EventFacts> {
  readonly length: number;
  /**
   * Where an event begins in the text of its file.
   *
   * @param position among these events
   */
  start(position: number, facts: Pick<EventFacts, 'start'>): TextPosition;
}

/** Rows of a file in columns. Its offsets are those of the file. */
export type FileStretch = Pick<Stretch, 'chunk' | 'from' | 'to' | 'index'>;

/** Lines and characters, zero based, UTF-16, as LSP has them. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** A place in a text: line and character, zero based; characters are UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** How a scan ended. */
export interface ScanEnd {
  /** Cancelled before everything was read. */
  readonly isPartial: boolean;
}
