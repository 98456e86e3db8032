import { html } from '../../../explain/escape';
import type { InputFile } from '../../inputFile';
import type { Block } from '../blocks';
import type { Appendix } from '../handed/appendix';
import { appendixChapters } from '../handed/appendixChapters';
import type { CaseHeader } from '../handed/caseHeader';
import type { HandedLogs } from '../handed/handedLog';
import { inputsChapter } from '../handed/inputs';
import { appendixHtml } from './appendixHtml';
import { headerHtml } from './headerHtml';
import { inputsHtml } from './inputsHtml';
import { LinkedEvents } from './linkedEvents';
import { style } from './style';
import { toHtml } from './toHtml';

/**
 * A report as one page of HTML that holds all it needs: it asks for nothing from anywhere, runs nothing, and its policy forbids both. Ends with
 * a line break. But for the header the same blocks give the same bytes.
 */
export function htmlPage(
  blocks: readonly Block[],
  appendix: Appendix,
  header: CaseHeader,
  logs: HandedLogs,
  inputs: readonly InputFile[] = [],
): string {
  // What the appendix holds is known when all links are written.
  const linked = new LinkedEvents();
  const body = toHtml(blocks, (href) => linked.met(appendix.resolve(href)), [
    ...appendixChapters,
    ...(inputs.length === 0 ? [] : [inputsChapter]),
  ]);
  const title = header.title === '' ? 'WorkMail events' : header.title;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${html(title)}</title>
<style>${style}</style>
</head>
<body>
${headerHtml(header)}
<main>
${body}
${appendixHtml(appendix, logs, header.zone, linked)}${inputs.length === 0 ? '' : `\n${inputsHtml(inputs, header.tool)}`}
</main>
</body>
</html>
`;
}
