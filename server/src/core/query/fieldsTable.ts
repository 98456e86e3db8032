import type { FieldWord } from './fieldKinds';
import { fieldNames } from './fieldNamed';
import { fields, isOwnField } from './fields';

/**
 * The tables of fields in `docs/questions.md`, as Markdown.
 *
 * @param isOwn of those that only WorkMail's own logs have, or of all others
 */
export function fieldsTable(isOwn: boolean): string {
  const told = fieldNames.filter((name) => isOwnField(name) === isOwn);
  const rows = told.map((name) => {
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
