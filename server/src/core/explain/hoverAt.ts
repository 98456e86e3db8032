import type { EventRecord, JsonValue } from '../record';
import { actionWords } from './actionWords';
import { fieldWords, shortFieldWords } from './fieldWords';
import { ownHoverAt } from './ownHover';
import type { Pointed } from './pointed';
import { explainValue } from './values';
import type { ExplainOptions } from './values/context';
import { fieldAt } from './words';

/**
 * The explanation of one place of a record as Markdown: quiet, scannable, safe whatever the log holds.
 *
 * @param value what stands at the place, as far as it can be read
 * @returns undefined for the record as a whole
 */
export function hoverAt(
  record: EventRecord,
  { path, part }: Pointed,
  value: JsonValue | undefined,
  options: ExplainOptions = {},
): string | undefined {
  if (path.length === 0) return undefined;
  if (record.service === 'own') return ownHoverAt(record, { path, part }, value, options);
  const field = fieldAt(record, path);
  const onKey = part === 'key';
  if (!onKey && field.name === 'eventName' && typeof value === 'string') return actionWords(record, value).join('\n\n');
  const explained = value === undefined || onKey ? [] : explainValue(record, path, value, options);
  if (explained.length === 0) return fieldWords(record, path, field).join('\n\n');
  return [...explained, shortFieldWords(record, path, field)].join('\n\n');
}
