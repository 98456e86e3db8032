/** Writes values as programming languages print them; written without a look at how they are read. */

const members = (value: object): readonly (readonly [string, unknown])[] => Object.entries(value);
const words = (value: unknown, nothing: string, yes: string, no: string): string =>
  value === null ? nothing : value === true ? yes : value === false ? no : String(value);

/** Python's repr: single quotes, double ones where only single ones stand inside. */
export function pythonRepr(value: unknown): string {
  if (typeof value === 'string') return pythonText(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return words(value, 'None', 'True', 'False');
  return `{${members(value)
    .map(([key, member]) => `${pythonText(key)}: ${pythonRepr(member)}`)
    .join(', ')}}`;
}

function pythonText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${inner}${quote}`;
}

/** Ruby's inspect: `=>`, `nil`, and an escape before `#{`. */
export function rubyInspect(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value).replaceAll('#{', '\\#{');
  if (Array.isArray(value)) return `[${value.map(rubyInspect).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return words(value, 'nil', 'true', 'false');
  return `{${members(value)
    .map(([key, member]) => `${rubyInspect(key)}=>${rubyInspect(member)}`)
    .join(', ')}}`;
}

/** Node's util.inspect with depth null: bare keys where they are names, members on lines. */
export function nodeInspect(value: unknown, indent = ''): string {
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[ ${value.map((member) => nodeInspect(member, `${indent}  `)).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return words(value, 'null', 'true', 'false');
  const written = members(value).map(([key, member]) => {
    const name = /^[A-Za-z_]\w*$/.test(key) ? key : nodeInspect(key);
    return `${indent}  ${name}: ${nodeInspect(member, `${indent}  `)}`;
  });
  return written.length === 0 ? '{}' : `{\n${written.join(',\n')}\n${indent}}`;
}

/** YAML in block style, all texts in single quotes as the AWS CLI writes those that need some. */
export function yamlBlock(value: unknown, indent = ''): string {
  if (typeof value === 'string')
    return /[\n\t]/.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `\n${value.map((member) => `${indent}- ${yamlBlock(member, `${indent}  `).replace(/^\n +/, '')}`).join('\n')}`;
  }
  if (typeof value !== 'object' || value === null) return words(value, 'null', 'true', 'false');
  if (members(value).length === 0) return '{}';
  return `\n${members(value)
    .map(([key, member]) => {
      const name = /^[A-Za-z_][\w.-]*$/.test(key) ? key : `'${key.replaceAll("'", "''")}'`;
      const written = yamlBlock(member, `${indent}  `);
      return `${indent}${name}:${written.startsWith('\n') ? '' : ' '}${written}`;
    })
    .join('\n')}`;
}
