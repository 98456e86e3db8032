import type { FieldWord } from './fieldKinds';
import { fieldNames } from './fieldNamed';
import { fields } from './fields';

/** The table of fields in `docs/questions.md`, as Markdown. */
export function fieldsTable(): string {
  const rows = fieldNames.map((name) => {
    const { aliases, description, example } = fields[name];
    return [code(name), aliases.map(code).join(' '), description, code(example)];
  });
  return table(['field', 'also called', 'what it asks for', 'example'], rows);
}

/** The table of the words of one field, as Markdown. */
export function wordsTable(words: readonly FieldWord[]): string {
  const rows = words.map(({ word, synonyms, description }) => [code(word), synonyms.map(code).join(' '), description]);
  return table(['word', 'also', 'holds when'], rows);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
