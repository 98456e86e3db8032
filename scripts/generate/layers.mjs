/** The generated table of layers. */
import { parsed } from './words.mjs';

const forPeople = ['$schema', 'madeBy', 'description'];

/** `layers.ts`: what the core needs of schemas/layers, in the order in which layers are tried. */
export function layersText({ layers }) {
  const table = [...layers]
    .map(([id, layer]) => ({
      id,
      ...Object.fromEntries(
        Object.entries(layer).filter(
          ([key]) => !forPeople.includes(key) && (key !== 'name' || layer.kind === 'obstacle'),
        ),
      ),
    }))
    .sort((one, other) => one.order - other.order);
  return `import type { LayerDefinition } from '../core/read/layers/definition';

/** schemas/layers, in the order in which they are tried. */
export const layers: readonly LayerDefinition[] = ${parsed(table)};
`;
}
