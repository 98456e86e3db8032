/** The generated knowledge of what is replaced in a redacted copy. */
import { parsed } from './words.mjs';

/** `redaction.ts`: schemas/redaction.json without the words that are for its readers. */
export function redactionText({ redaction }) {
  const { $schema: _schema, description: _description, fields, ...lists } = redaction;
  const names = Object.fromEntries(Object.entries(fields).map(([kind, field]) => [kind, field.names]));
  return `import type { RedactionFile } from '../core/redact/redactionFile';

/** schemas/redaction.json */
export const redaction = (): RedactionFile => ${parsed({ fields: names, ...lists })};
`;
}
