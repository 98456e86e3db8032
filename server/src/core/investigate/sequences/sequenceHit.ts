import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import type { SequenceFile } from './sequenceFile';

/** Acts of one hand that make a sequence. Values of the logs stand in it as they are: whoever shows them escapes them. */
export interface SequenceHit {
  /** What schemas/sequences says of it. */
  readonly sequence: SequenceFile;
  readonly weight: Weight;
  readonly sentence: string;
  /** What was met of each step, in the order of the steps and as it happened. Optional ones may be empty. */
  readonly steps: readonly { readonly name: string; readonly acts: readonly Act[] }[];
  /** All of them, as they happened, each once. */
  readonly acts: readonly [Act, ...Act[]];
  /** eventTime of the first and the last of them. */
  readonly from: string;
  readonly to: string;
  /** Who acted first, as it is shown. */
  readonly actor: string;
  /** Ids and names of what it is about, as the logs have them. */
  readonly entities: readonly string[];
}
