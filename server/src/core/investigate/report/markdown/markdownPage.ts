import { markdown } from '../../../explain/escape';
import type { InputFile } from '../../inputFile';
import type { Block } from '../blocks';
import type { Appendix } from '../handed/appendix';
import { appendixChapters } from '../handed/appendixChapters';
import { type CaseHeader, headerFacts } from '../handed/caseHeader';
import { chapterIds } from '../handed/chapters';
import type { HandedLogs } from '../handed/handedLog';
import { inputsChapter } from '../handed/inputs';
import { toMarkdown } from '../toMarkdown';
import { appendixMarkdown } from './appendixMarkdown';
import { inputsMarkdown } from './inputsMarkdown';

/**
 * A report as a file of Markdown to be handed over: what its numbers and times lead to stands in it, and links to logs are seen from where it is
 * kept. Ends with a line break. But for the header the same blocks give the same bytes.
 */
export function markdownPage(
  blocks: readonly Block[],
  appendix: Appendix,
  header: CaseHeader,
  logs: HandedLogs,
  inputs: readonly InputFile[] = [],
): string {
  // What the appendix holds is known when all links are written.
  const body = toMarkdown(blocks, {
    resolve: (href) => inLowerCase(appendix.resolve(href)),
    anchors: chapterIds(blocks),
    further: [...appendixChapters, ...(inputs.length === 0 ? [] : [inputsChapter])],
  });
  return [
    ...headerText(header),
    body,
    appendixMarkdown(appendix, logs, header.zone),
    ...(inputs.length === 0 ? [] : [inputsMarkdown(inputs, header.tool)]),
  ].join('\n');
}

/** Viewers differ in whether they heed the case of an anchor; pages of AWS on what was called do. */
function inLowerCase(href: string | undefined): string | undefined {
  return href?.startsWith('#') ? href.toLowerCase() : href;
}

function headerText(header: CaseHeader): readonly string[] {
  const title = header.title === '' ? [] : [`# ${markdown(header.title)}`, ''];
  return [...title, ...headerFacts(header).map(([name, text]) => `- ${name}: ${markdown(text)}`), ''];
}
