import { RequestType } from 'vscode-jsonrpc';
import type { Range } from 'vscode-languageserver-protocol';

/**
 * client → server: the text of a readable view, and what was wrong with the file it comes from. `again`: the file may have
 * changed since it was read.
 */
export const ReadViewRequest = new RequestType<{ uri: string; again?: boolean }, ViewText, void>(
  'workmailTrail/readView',
);

/** The text of a readable view, or why there is none. */
export type ViewText =
  | {
      readonly text: string;
      /** Sentences for the reader; empty for nearly all. `isLoss`: text is missing, or may be. */
      readonly notes: readonly { readonly message: string; readonly isLoss: boolean }[];
    }
  /** A sentence that says why there is no text, and what to do. */
  | { readonly failure: string };

/**
 * client → server: where to show an event. An open document is itself; a small plain file is itself, too; a compressed or
 * large one is shown in a view. Null when the event is no longer there.
 */
export const ShowEventRequest = new RequestType<{ uri: string; index: number }, EventLocation | null, void>(
  'workmailTrail/showEvent',
);

/** What to show: a document and the stretch of it to be selected. */
export interface EventLocation {
  readonly uri: string;
  readonly range: Range;
}

/**
 * client → server: from a stretch of a view to the characters of the log it shows, and back. An empty range is a place. Null
 * where there are none, and for compressed logs, of which no editor shows the original.
 */
export const OriginalPlaceRequest = new RequestType<{ uri: string; range: Range }, EventLocation | null, void>(
  'workmailTrail/originalPlace',
);
/** client → server: the opposite of `OriginalPlaceRequest`, from a stretch of a log to the one of a view that shows it. */
export const ViewPlaceRequest = new RequestType<
  /** `from`: the range is one of this view of the same log, not of the log itself. */
  { view: string; range: Range; from?: string },
  EventLocation | null,
  void
>('workmailTrail/viewPlace');
