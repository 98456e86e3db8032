import type { Act } from '../act';
import type { Keys } from './course';
import type { Table } from './stateSchema';

/** An organization, as far as its log tells of it. */
export interface Organization {
  readonly id: string;
  /** When the first event of it happened, in milliseconds since 1970. */
  readonly first: number;
  /** Whether that is the one which made it, so that nothing was there before. */
  readonly begun: boolean;
  /** Tables of which an answer listed all there was, and when it first did. */
  readonly listed: ReadonlyMap<Table, number>;
}

/** Why a call could not be followed. */
export type Why =
  | 'damaged'
  | 'hidden'
  | 'leftOut'
  | 'missing'
  | 'noParameters'
  | 'partHidden'
  | 'timeless'
  | 'unknownAction';

interface ToldByAct {
  readonly act: Act;
  readonly scope: string;
  /** What it is about; of an action that nobody knows nothing. */
  readonly tables: readonly Table[];
}

/** Something that an act shows not to be known. */
export type Unknown =
  | (ToldByAct & { readonly kind: 'notFollowed'; readonly why: Why })
  /** It is older than the log, or what made it is missing. */
  | (ToldByAct & { readonly kind: 'older'; readonly keys: Keys; readonly what: 'changed' | 'removed' })
  /** Another act of the same second made something else of it, and nothing tells which came last. */
  | (ToldByAct & { readonly kind: 'sameSecond'; readonly keys: Keys; readonly beside: Act })
  /** An answer does not show it any more, and no call in the log removed it. */
  | (ToldByAct & { readonly kind: 'gone'; readonly keys: Keys });
