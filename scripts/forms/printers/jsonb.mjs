/**
 * JSON as PostgreSQL prints a jsonb: a space after colons and commas, keys in the order of their length.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function bySize(value) {
  if (Array.isArray(value)) return `[${value.map(bySize).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${bySize(member)}`).join(', ')}}`;
}
