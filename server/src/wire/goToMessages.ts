import { RequestType } from 'vscode-jsonrpc';
import type { EventItem } from './eventItem';

/**
 * client → server: events by what somebody has of them: an eventID or requestID, whole or the first characters (at least four), or a
 * time in UTC, from which on they are listed; of a clock without a day, the first event from then on of each day. Over all open logs and
 * inspected places and all services, whatever the tree shows. `limit`: so many of each; 50 without it.
 */
export const GoToEventRequest = new RequestType<{ text: string; limit?: number }, FoundEvents, void>(
  'workmailTrail/goToEvent',
);

/** What was found by an id, and by a time: a text may be both. In the order they happened. */
export interface FoundEvents {
  /** How many events are known. */
  readonly of: number;
  /** Whether the text can be an id or a time. */
  readonly isRead: boolean;
  readonly ids: { readonly events: readonly FoundEvent[]; readonly total: number };
  /** The moment that was read, in UTC, as far as it was written; absent for a clock. */
  readonly from?: string;
  readonly times: { readonly events: readonly FoundEvent[]; readonly total: number };
  /** The last event of all, where none happened from that moment on. */
  readonly last?: FoundEvent;
}

/** An event of any service, with the ids that it may have been found by. */
export interface FoundEvent extends EventItem {
  readonly eventSource: string;
  readonly eventID: string;
  readonly requestID: string;
}
