import { layers } from '../../../generated/layers';
import type { LayerDefinition, Obstacle, UndoableDefinition } from './definition';

/** A layer with the patterns by which it is told. */
export interface Known<T extends LayerDefinition> {
  readonly layer: T;
  readonly tell: RegExp | undefined;
  readonly unless: RegExp | undefined;
}

const pattern = (source: string | undefined): RegExp | undefined =>
  source === undefined ? undefined : new RegExp(source, 'u');

const known = <T extends LayerDefinition>(layer: T): Known<T> => ({
  layer,
  tell: pattern(layer.tell),
  unless: pattern(layer.unless),
});

/** What can be taken off a text, in the order in which it is tried. */
export const undoable: readonly Known<UndoableDefinition>[] = layers.flatMap((layer) =>
  layer.kind === 'obstacle' ? [] : [known(layer)],
);

/** What can only be named. */
export const obstacles: readonly Known<Obstacle>[] = layers.flatMap((layer) =>
  layer.kind === 'obstacle' ? [known(layer)] : [],
);

/** Whether the head of a text looks like a layer, as far as patterns can tell. */
export function tells({ tell, unless }: Known<LayerDefinition>, head: string): boolean {
  return tell?.test(head) !== false && unless?.test(head) !== true;
}
