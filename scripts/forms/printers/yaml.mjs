/** YAML as PyYAML and the AWS CLI write it: block style, texts in single quotes where needed, folded after 80 columns. */

const WIDTH = 80;

/** Texts that would be read as something else without quotes. */
const OTHER_TYPES = /^(?:[-+]?\d[\d_]*(?:\.\d*)?(?:e[-+]\d+)?|true|false|yes|no|on|off|null|~|\d{4}-\d\d-\d\d.*)$/i;
const MARKS = /^[-?:,[\]{}#&*!|>'"%@`\s]|: |:$| #|\s$|^$/;

/**
 * @param {unknown} value
 * @param {number} [indent]
 * @returns {string}
 */
export function yaml(value, indent = 0) {
  const space = ' '.repeat(indent);
  if (Array.isArray(value)) return value.map((each) => `${space}- ${yaml(each, indent + 2).trimStart()}`).join('');
  if (typeof value !== 'object' || value === null) return `${scalar(value, indent, indent)}\n`;
  return Object.entries(value)
    .map(([key, member]) => {
      if (Array.isArray(member) && member.length > 0) return `${space}${key}:\n${yaml(member, indent)}`;
      if (isFull(member)) return `${space}${key}:\n${yaml(member, indent + 2)}`;
      return `${space}${key}: ${scalar(member, indent + 2, indent + key.length + 2)}\n`;
    })
    .join('');
}

/** @param {unknown} value */
const isFull = (value) => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/**
 * @param {unknown} value
 * @param {number} indent of the lines that continue it
 * @param {number} column where it begins
 */
function scalar(value, indent, column) {
  if (typeof value !== 'string') return JSON.stringify(value);
  const needsQuotes = OTHER_TYPES.test(value) || MARKS.test(value);
  const quoted = needsQuotes ? `'${value.replaceAll("'", "''")}'` : value;
  let result = '';
  let at = column;
  for (const [index, word] of quoted.split(' ').entries()) {
    const isBroken = index > 0 && at > WIDTH;
    if (index > 0) result += isBroken ? `\n${' '.repeat(indent)}` : ' ';
    at = (isBroken ? indent : at + (index > 0 ? 1 : 0)) + word.length;
    result += word;
  }
  return result;
}
