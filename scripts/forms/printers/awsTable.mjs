/**
 * What `aws --output table` prints of a list of objects of texts under one key: a frame of dashes, a block for each object.
 *
 * @param {string} title
 * @param {string} key
 * @param {readonly Record<string, string>[]} rows
 */
export function awsTable(title, key, rows) {
  const blocks = rows.map((row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  const widest = Math.max(...blocks.map((block) => longest(block, 0) + longest(block, 1))) + 7;
  const inner = widest + 3;
  const lines = ['-'.repeat(inner + 2), `|${centred(title, inner)}|`, `+${'-'.repeat(inner)}+`];
  for (const block of blocks) {
    const own = longest(block, 0) + 2;
    // A block that is less wide than the widest is stretched.
    const names = Math.ceil((own * widest) / (own + longest(block, 1) + 5));
    const values = widest - names;
    const rule = `|+${'-'.repeat(names)}+${'-'.repeat(values)}+|`;
    lines.push(`||${centred(key, inner - 2)}||`, rule);
    for (const [name, value] of block) lines.push(`||${`  ${name}`.padEnd(names)}|${`  ${value}`.padEnd(values)}||`);
    lines.push(rule);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** @param {readonly [string, string][]} block @param {0 | 1} side */
const longest = (block, side) => Math.max(...block.map((entry) => entry[side].length));

/** @param {string} text @param {number} width */
const centred = (text, width) => {
  const left = Math.floor((width - text.length) / 2);
  return `${' '.repeat(left)}${text}${' '.repeat(width - text.length - left)}`;
};
