/** Values as Ruby 3.1 prints them. */

/**
 * What `p` prints.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function inspected(value) {
  if (value === null || value === undefined) return 'nil';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inspected).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}=>${inspected(member)}`)
    .join(', ')}}`;
}

const WIDTH = 79;

/**
 * What `pp` prints: what does not fit in 79 columns is broken, a value after its arrow too.
 *
 * @param {unknown} value
 * @param {number} [indent]
 * @param {number} [behind] how many marks stand behind the value on its line
 * @returns {string}
 */
export function pretty(value, indent = 0, behind = 0) {
  const flat = inspected(value);
  if (indent + flat.length + behind <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const gap = `,\n${' '.repeat(indent + 1)}`;
  const entries = Object.entries(value);
  const items = entries.map(([key, member], index) => {
    const room = index === entries.length - 1 ? behind + 1 : 1;
    if (Array.isArray(value)) return pretty(member, indent + 1, room);
    const name = `${JSON.stringify(key)}=>`;
    const fits = indent + 1 + name.length + inspected(member).length + room <= WIDTH;
    return fits ? name + inspected(member) : `${name}\n${' '.repeat(indent + 2)}${pretty(member, indent + 2, room)}`;
  });
  return Array.isArray(value) ? `[${items.join(gap)}]` : `{${items.join(gap)}}`;
}
