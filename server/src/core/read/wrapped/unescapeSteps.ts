import type { TextEdit } from '../../record';
import { applyEdits, toOriginal } from '../edits';
import { unescapeEdits } from '../escapes';

/** What a string in so many strings says, and where each offset of that stands in it. */
export interface Steps {
  readonly text: string;
  readonly toContent: (at: number) => number;
}

/** @param level how many times the content is escaped */
export function unescapeSteps(content: string, level: number): Steps {
  const steps: (readonly TextEdit[])[] = [];
  let text = content;
  for (let each = 0; each < level; each++) {
    const edits = unescapeEdits(text);
    steps.push(edits);
    text = applyEdits(text, edits);
  }
  return { text, toContent: (at) => steps.reduceRight((offset, edits) => toOriginal(edits, offset), at) };
}
