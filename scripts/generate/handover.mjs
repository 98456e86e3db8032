/** The generated engines that questions are handed to. */
import { parsed } from './words.mjs';

/** `handover.ts`: schemas/handover. */
export function handoverText({ handoverFields, handoverEngines }) {
  const { $schema: _, description: __, ...making } = handoverFields;
  const engines = Object.fromEntries(
    [...handoverEngines].map(([id, { $schema: ___, description: ____, ...engine }]) => [id, engine]),
  );
  return `import type { Engine, EngineId } from '../core/handover/engine';
import type { FieldMakings } from '../core/handover/making';

/** schemas/handover/engines, by the names of their files. */
export const engines = (): Readonly<Record<EngineId, Engine>> => ${parsed(engines)};

/** schemas/handover/fields.json */
export const fieldMakings = (): FieldMakings => ${parsed(making)};
`;
}
