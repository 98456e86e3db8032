import type { InputFile } from '../../inputFile';
import { countText, numberText } from '../numbers';

/** The chapter on what was read, behind the others of the appendix. */
export const inputsChapter = { id: 'inputs', title: 'Appendix D: what was read, file by file' } as const;

/** What stands above the files. @param tool name and version of what read them */
export function inputsLead(inputs: readonly InputFile[], tool: string): string {
  const hashed = inputs.filter(({ sha256 }) => sha256 !== null).length;
  const left = inputs.length - hashed;
  const missing = left === 0 ? '' : ` Of ${numberText(left)} there is no hash: the last column says why.`;
  return `${countText(inputs.length, 'file')}, read with ${tool}. A hash is of the bytes as they lay on the disk when this report was made, and proves nothing about the time before.${missing}`;
}

/** What is told of a file: its name, hash, bytes, when it was changed last (UTC), and as what it was read. Values as they are. */
export function inputCells({ file, sha256, size, modified, read }: InputFile): readonly string[] {
  return [
    file,
    sha256 ?? 'none',
    size === null ? '' : numberText(size),
    (modified ?? '').replace('T', ' ').replace('Z', ''),
    readText(read),
  ];
}

function readText({ outcome, form, records, reasons }: InputFile['read']): string {
  const why = reasons.join(' ');
  if (outcome === 'skipped') return `skipped${why === '' ? '' : `: ${why}`}`;
  const what = `${form}, ${countText(records, 'record')}`;
  return `${what}${outcome === 'partly' ? ', partly read' : ''}${why === '' ? '' : `: ${why}`}`;
}
