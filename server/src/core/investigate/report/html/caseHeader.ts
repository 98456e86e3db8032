import { html } from '../../../explain/escape';
import { secondText } from '../../utcText';

/** What stands above a report that is handed over: the words of whoever hands it over, and how it was made. Empty texts are left out. */
export interface CaseHeader {
  readonly title: string;
  readonly author: string;
  /** Of a case, a ticket, a file. */
  readonly reference: string;
  /** When the report was made, in milliseconds since 1970. */
  readonly made: number;
  /** Name and version of the tool. */
  readonly tool: string;
}

/** A case header as HTML: the title is that of the page. */
export function headerHtml({ title, author, reference, made, tool }: CaseHeader): string {
  const facts = [
    ['Reference', reference],
    ['Author', author],
    ['Made', `${secondText(made)} UTC`],
    ['Made with', tool],
    ['Times', 'UTC'],
  ] as const;
  const rows = facts.flatMap(([name, text]) => (text === '' ? [] : [`<dt>${name}</dt><dd>${html(text)}</dd>`]));
  const head = title === '' ? '' : `<p class="title">${html(title)}</p>\n`;
  return `<header>\n${head}<dl>\n${rows.join('\n')}\n</dl>\n</header>`;
}
