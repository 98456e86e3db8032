/** Values as Python prints them. */

/** Source text that stands for a value which JSON does not have. */
export class Source {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/**
 * What `repr` gives.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function repr(value) {
  if (value instanceof Source) return value.text;
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(([key, member]) => `${literal(key)}: ${repr(member)}`);
  return `{${members.join(', ')}}`;
}

/** @param {string} text */
function literal(text) {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

const WIDTH = 80;

/**
 * What `pprint.pformat` gives: 80 columns, keys in the order of the alphabet, long texts as literals one below the other.
 *
 * @param {unknown} value
 * @param {number} [indent]
 * @param {number} [allowance]
 * @returns {string}
 */
export function pprint(value, indent = 0, allowance = 0) {
  const flat = repr(value);
  const isSortedDict = typeof value !== 'object' || value === null || value instanceof Source || isSorted(value);
  if (flat.length <= WIDTH - indent - allowance && isSortedDict) return flat;
  if (typeof value === 'string') return literals(value, indent, allowance);
  if (typeof value !== 'object' || value === null || value instanceof Source) return flat;
  const gap = `,\n${' '.repeat(indent + 1)}`;
  if (Array.isArray(value)) {
    const items = value.map((each, index) => pprint(each, indent + 1, index === value.length - 1 ? allowance + 1 : 1));
    return `[${items.join(gap)}]`;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = repr(Object.fromEntries(entries));
  if (sorted.length <= WIDTH - indent - allowance) return sorted;
  const items = entries.map(([key, member], index) => {
    const name = literal(key);
    const room = index === entries.length - 1 ? allowance + 1 : 1;
    return `${name}: ${pprint(member, indent + 1 + name.length + 2, room)}`;
  });
  return `{${items.join(gap)}}`;
}

/** @param {object} value */
const isSorted = (value) => Array.isArray(value) && value.every((each) => typeof each !== 'object');

/**
 * @param {string} text
 * @param {number} indent
 * @param {number} allowance
 */
function literals(text, indent, allowance) {
  const parts = text.match(/\S*\s*/g)?.filter((part) => part !== '') ?? [];
  /** @type {string[]} */
  const chunks = [];
  let current = '';
  for (const [index, part] of parts.entries()) {
    const room = WIDTH - indent - (index === parts.length - 1 ? allowance : 0);
    if (literal(current + part).length > room) {
      if (current !== '') chunks.push(current);
      current = part;
    } else {
      current += part;
    }
  }
  if (current !== '') chunks.push(current);
  return chunks.map(literal).join(`\n${' '.repeat(indent)}`);
}
