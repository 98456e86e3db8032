/** The generated knowledge of how movers work, and of what is told apart from a move. */
import { parsed } from './words.mjs';

/** `movers.ts`: schemas/movers by id, and schemas/strays.json. */
export function moversText({ movers, strays: { deeds, known, through, signs, weights } }) {
  const files = Object.fromEntries(Array.from(movers, ([id, { $schema: _schema, ...mover }]) => [id, mover]));
  return `import type { MoverFile, StraysFile } from '../core/investigate/moves/moverFiles';
import { once } from '../core/once';

/** schemas/movers */
export const movers: () => Readonly<Record<string, MoverFile>> = /* @__PURE__ */ once(() => ${parsed(files)});

/** schemas/strays.json */
export const strays: () => StraysFile = /* @__PURE__ */ once(() => ${parsed({ deeds, known, through, signs, weights })});
`;
}
