import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import type { NewKind } from './doing';

/** Something that the quiet time did not have. Values of the logs stand in it as they are. */
export interface NewThing {
  readonly kind: NewKind;
  readonly weight: Weight;
  /** Whose it is, as it is shown. */
  readonly actor: string;
  /** What is new, each once, as it was met. */
  readonly values: readonly string[];
  /** The first event of each, as far as the logs have it among those that belong to mail or can be found; as they happened. */
  readonly acts: readonly [Act, ...Act[]];
  /** What was done from a new address with a key that was known. */
  readonly weighty: readonly Act[];
}
