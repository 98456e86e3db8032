import type { Range } from 'vscode-languageserver-protocol';
import type { ListedEvent } from '../core/investigate/listedEvent';

/** An event as the tree lists it. Values are as the log has them: whoever shows them escapes them. */
export interface EventItem extends Omit<ListedEvent, 'log'> {
  readonly uri: string;
  /** The record's characters, exactly; null for a log on disk, where `ShowEventRequest` finds them. */
  readonly range: Range | null;
  /**
   * Where else the same event was delivered; it is listed once. `endpoint`: the VPC endpoint that saw the call and wrote a record
   * of its own, empty where the record does not name it.
   */
  readonly copies: readonly { readonly uri: string; readonly index: number; readonly endpoint?: string }[];
}
