import { html } from '../../../explain/escape';
import { type CaseHeader, headerFacts } from '../handed/caseHeader';

/** A case header as HTML: the title is that of the page. */
export function headerHtml(header: CaseHeader): string {
  const rows = headerFacts(header).map(([name, text]) => `<dt>${name}</dt><dd>${html(text)}</dd>`);
  const head = header.title === '' ? '' : `<p class="title">${html(header.title)}</p>\n`;
  return `<header>\n${head}<dl>\n${rows.join('\n')}\n</dl>\n</header>`;
}
