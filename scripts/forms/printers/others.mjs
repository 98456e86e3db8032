/** Values as other languages and tools print them. */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `%v` of Go: `map[awsRegion:us-west-2 readOnly:false]`.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function goMap(value) {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goMap).join(' ')}]`;
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${members.map(([key, member]) => `${key}:${goMap(member)}`).join(' ')}]`;
}

/**
 * `ConvertTo-Json` of Windows PowerShell 5.1: two spaces after a colon, and what is inside a value below its beginning.
 *
 * @param {unknown} value
 * @param {number} [column]
 * @returns {string}
 */
export function powerShell5(value, column = 0) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value).replaceAll("'", '\\u0027');
  const inner = ' '.repeat(column + 4);
  const isList = Array.isArray(value);
  const members = Object.entries(value).map(([key, member]) => {
    const name = isList ? '' : `${JSON.stringify(key)}:  `;
    return inner + name + powerShell5(member, column + 4 + name.length);
  });
  const [open, close] = isList ? '[]' : '{}';
  if (members.length === 0) return `${open}\n\n${' '.repeat(column)}${close}`;
  return `${open}\n${members.join(',\n')}\n${' '.repeat(column)}${close}`;
}

/**
 * `Data::Dumper` of Perl with keys in order.
 *
 * @param {unknown} value
 * @param {number} [column]
 * @returns {string}
 */
export function perlDumper(value, column = 8) {
  if (value === null || value === undefined) return 'undef';
  if (typeof value === 'string') return `'${value.replace(/['\\]/g, '\\$&')}'`;
  if (typeof value === 'boolean') return `bless( do{\\(my $o = ${value ? 1 : 0})}, 'JSON::PP::Boolean' )`;
  const inner = ' '.repeat(column + 2);
  const isList = Array.isArray(value);
  const entries = isList ? Object.entries(value) : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const members = entries.map(([key, member]) => {
    const name = isList ? '' : `'${key}' => `;
    return inner + name + perlDumper(member, column + 2 + name.length);
  });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${members.join(',\n')}\n${' '.repeat(column)}${close}`;
}

/**
 * `print_r` of PHP.
 *
 * @param {unknown} value
 * @param {number} [indent]
 * @returns {string}
 */
export function phpPrint(value, indent = 0) {
  if (typeof value !== 'object' || value === null)
    return value === true ? '1' : value === false ? '' : String(value ?? '');
  const space = ' '.repeat(indent);
  const members = Object.entries(value).map(
    ([key, member]) => `${space}    [${key}] => ${phpPrint(member, indent + 8)}\n`,
  );
  return `Array\n${space}(\n${members.join('')}${space})\n`;
}

/**
 * What the AWS SDK for Go prints of an answer: names without quotes, texts with, `},{` between entries of a short list.
 *
 * @param {unknown} value
 * @param {number} [indent]
 * @returns {string}
 */
export function goSdk(value, indent = 0) {
  if (Array.isArray(value)) return `[${value.map((each) => goSdk(each, indent + 2)).join(',')}]`;
  if (!isObject(value))
    return typeof value === 'string' && !/ UTC$/.test(value) ? JSON.stringify(value) : String(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${' '.repeat(indent + 2)}${name}: ${goSdk(member, indent + 2)}`,
  );
  return `{\n${members.join(',\n')}\n${' '.repeat(indent)}}`;
}
