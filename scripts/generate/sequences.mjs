/** The generated knowledge of acts that mean more together. */
import { parsed } from './words.mjs';

/** `sequences.ts`: schemas/sequences by id. */
export function sequencesText({ sequences }) {
  const files = Array.from(sequences, ([id, { $schema: _schema, ...sequence }]) => ({ id, ...sequence }));
  return `import type { SequenceFile } from '../core/investigate/sequences/sequenceFile';
import { once } from '../core/once';

/** schemas/sequences, in the order of their ids */
export const sequences: () => readonly SequenceFile[] = /* @__PURE__ */ once(() => ${parsed(files)});
`;
}
