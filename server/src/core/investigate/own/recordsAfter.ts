import { counted } from '../questions/told';
import type { OwnRecord } from './ownEvidence';

/** How many requests came at or after a moment, in words: where records do not say when they were, it is not told. @param time in milliseconds since 1970 */
export function requestsAfter(records: readonly OwnRecord[], time: number): string {
  const after = records.filter((record) => record.time >= time).length;
  if (!records.some((record) => Number.isNaN(record.time))) return `${counted(after, 'request')} after it`;
  return after === 0
    ? 'how many requests came after it is not told'
    : `at least ${counted(after, 'request')} after it: of others it is not told when they were`;
}
