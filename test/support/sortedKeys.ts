import type { JsonObject } from '../../server/src/core/record';

/** The same record with all its keys in the order of the alphabet, at every level, as some tools write it. */
export function withSortedKeys(event: JsonObject): string {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(event, sorted);
}
