import { indented, isJson, viewOf } from '../core/index';
import { type Analysis, recordAt } from './analysis';

/**
 * A record in a readable layout, as written and not as read: a number of 20 digits stays what it is. Of a damaged one, what could be
 * read; undefined where the log has no such record.
 *
 * @param margin stands before every line
 */
export function recordText(analysis: Analysis, index: number, margin: string): string | undefined {
  const record = recordAt(analysis, index);
  if (record === undefined) return undefined;
  const { source } = viewOf(analysis.text, record);
  return indented(isJson(source) ? source : JSON.stringify(record.event ?? null), margin);
}
