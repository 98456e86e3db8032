import type { EventRecord, LogOutline } from '../../record';

/** A log and what was read of it. */
export interface ReadLog {
  readonly text: string;
  /** In the order of the text. */
  readonly records: readonly EventRecord[];
  readonly outline: LogOutline;
}
