import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import type { SeenKind } from './seen';

export type NewKind = SeenKind | 'bucket';

/** Something that the quiet time did not have. Values of the logs stand in it as they are. */
export interface NewThing {
  readonly kind: NewKind;
  readonly weight: Weight;
  /** Whose it is, as it is shown. */
  readonly actor: string;
  /** What is new, each once, as it was met. */
  readonly values: readonly string[];
  /** The first event of each, in whatever service; as they happened. */
  readonly acts: readonly [Act, ...Act[]];
  /** What was done from a new address with a key that was known. */
  readonly weighty: readonly Act[];
}
