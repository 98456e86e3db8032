import { markdown } from '../../../explain/escape';
import type { InputFile } from '../../inputFile';
import { inputCells, inputsChapter, inputsLead } from '../handed/inputs';
import { numberText } from '../numbers';
import { anchorText } from '../toMarkdown';

const titles = ['No.', 'File', 'SHA-256', 'Bytes', 'Changed last (UTC)', 'Read as'];

/** Every file that a report was made from, as `inputsHtml` has it. Ends with a line break. @param tool name and version of what read it */
export function inputsMarkdown(inputs: readonly InputFile[], tool: string): string {
  const rows = inputs.map((input, at) => [numberText(at + 1), ...inputCells(input)].map(markdown));
  const table = [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const { id, title } = inputsChapter;
  return `${[`${anchorText(id)}\n\n## ${title}`, markdown(inputsLead(inputs, tool)), table.join('\n')].join('\n\n')}\n`;
}
