import type { UndoableDefinition } from './definition';
import type { Undoing } from './layer';
import { fromBase64 } from './undo/base64';
import { fenced } from './undo/fence';
import { offLines } from './undo/linePrefix';
import { fromLiteral } from './undo/literal';
import { decoded } from './undo/replaced';
import { withoutLines } from './undo/wholeLines';
import { unwrapped } from './undo/wrap';
import { fromYaml } from './undo/yaml';

/**
 * How a layer would be taken off a text with this head; undefined where the head does not look like it. Whether it really
 * lies there is told by what is left.
 *
 * @param isCut whether the text goes on behind its head
 */
export function undoingOf(head: string, layer: UndoableDefinition, isCut: boolean): Undoing | undefined {
  switch (layer.kind) {
    case 'line-prefix':
      return offLines(head, layer, isCut);
    case 'lines':
      return withoutLines(head, layer);
    case 'wrap':
      return unwrapped(head, layer, isCut);
    case 'replaced':
      return decoded(head, layer);
    case 'fence':
      return fenced(head, layer);
    case 'literal':
      return fromLiteral();
    case 'yaml':
      return fromYaml();
    case 'base64':
      return fromBase64();
  }
}
