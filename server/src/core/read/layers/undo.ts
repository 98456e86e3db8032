import type { LinePrefix, UndoableDefinition } from './definition';
import type { Undoing } from './layer';
import { fromBase64 } from './undo/base64';
import { offLaidOut } from './undo/commonPrefix';
import { fenced } from './undo/fence';
import { unhung } from './undo/hanging';
import { offLines } from './undo/linePrefix';
import { fromLiteral } from './undo/literal';
import { decoded } from './undo/replaced';
import { withoutLines } from './undo/wholeLines';
import { unwrapped } from './undo/wrap';
import { fromYaml } from './undo/yaml';

/**
 * The ways in which a layer would be taken off a text with this head; none where the head does not look like it. Whether it
 * really lies there is told by what is left.
 *
 * @param isCut whether the text goes on behind its head
 */
export function waysToUndo(head: string, layer: UndoableDefinition, isCut: boolean): readonly Undoing[] {
  if (layer.kind === 'line-prefix') return offLines(head, layer, isCut);
  const way = undoingOf(head, layer, isCut);
  return way === undefined ? [] : [way];
}

function undoingOf(head: string, layer: Exclude<UndoableDefinition, LinePrefix>, isCut: boolean): Undoing | undefined {
  switch (layer.kind) {
    case 'common-prefix':
      return offLaidOut(head, isCut);
    case 'lines':
      return withoutLines(head, layer);
    case 'wrap':
      return layer.at === 'hanging' ? unhung(head) : unwrapped(head, layer, isCut);
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
