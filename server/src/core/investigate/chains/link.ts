import type { AccessStep, Strength } from '../access/accessLink';
import type { Act } from '../act';

/** What a link of a chain is. */
export type LinkKind =
  | 'event'
  | 'service'
  | 'session'
  | 'gave-session'
  | 'signed-in'
  | 'same-call'
  | 'key'
  | 'made-key'
  | 'gave-on'
  | 'export'
  | 'export-role'
  | 'export-key'
  | 'export-bucket'
  | 'took-export-role'
  | 'impersonation'
  | 'mail-decrypted'
  | AccessStep;

/** One link: an event, or what stands between two of them. Values of the logs stand in its texts as they are. */
export interface Link {
  readonly kind: LinkKind;
  /** One sentence. */
  readonly sentence: string;
  /** How sure it is that it belongs to what it is told beside; absent where that is not in doubt, and where it is tied to nothing. */
  readonly strength?: Strength;
  /** The event that carries it; absent where it follows from the event before it, and where none is in the logs. */
  readonly act?: Act;
  /** Others that carry it too, as they happened. */
  readonly others?: readonly Act[];
  /** Which event would carry it, and where to look; absent where nothing is missing. */
  readonly missing?: string;
}

/** What leads to an event or a key, and what belongs to it. */
export interface Chain {
  /** The eventID, the access key or the place that was asked for. */
  readonly of: string;
  /** The latest first: each is what the one before it came from. */
  readonly links: readonly Link[];
  /** What is not on the way to it, but about the same things; as it happened. */
  readonly around: readonly Link[];
}
