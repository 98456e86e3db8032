import type { Problem, Span } from '../../record';
import { BYTE_ORDER_MARK, isSpace, skipSpace, skipSpaceBack } from '../characters';
import type { ReadLog } from './readLog';

/** Text between records, or around them. */
export interface TextBetween extends Span {
  /** Something is wrong in it. */
  readonly isDamaged: boolean;
}

/** What stands before each record, and behind the last one: of what is whole, without the white space around it. */
export function textBetweenRecords(log: ReadLog): readonly TextBetween[] {
  const { text, records } = log;
  const damages = damagesOf(log);
  const textsBetween: TextBetween[] = [];
  let next = 0;
  let from = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  for (let index = 0; index <= records.length; index++) {
    const to = records[index]?.start ?? text.length;
    const start = skipSpace(text, from, to);
    const end = skipSpaceBack(text, to, start);
    // Where no comma parts a damaged record from the next one, its end is a guess that one more line feed may change.
    let isDamaged = records[index - 1]?.malformed === 'syntax' && text.slice(start, end) !== ',';
    for (; next < damages.length; next++) {
      const damage = damages[next];
      if (damage === undefined || damage.start >= to) break;
      if (damage.end > from) isDamaged = true;
    }
    // What is wrong there may depend on the white space around it.
    textsBetween.push(isDamaged ? { start: from, end: to, isDamaged } : { start, end, isDamaged });
    from = records[index]?.end ?? text.length;
  }
  return textsBetween;
}

/** The same without the commas and the white space at its ends. */
export function withoutCommas(text: string, between: TextBetween): TextBetween {
  const isSeparator = (at: number): boolean => text[at] === ',' || isSpace(text.charCodeAt(at));
  let { start, end } = between;
  while (start < end && isSeparator(start)) start++;
  while (end > start && isSeparator(end - 1)) end--;
  return { start, end, isDamaged: between.isDamaged };
}

/** Where broken JSON is shown and what would mend it, in the order of the text. */
function damagesOf({ records, outline }: ReadLog): readonly Span[] {
  const damages: Span[] = [];
  const add = ({ span, edits = [] }: Problem, base: number): void => {
    for (const { start, end } of span === undefined ? edits : [span, ...edits])
      damages.push({ start: base + start, end: base + end });
  };
  for (const problem of outline.problems) add(problem, 0);
  for (const record of records) {
    if (record.malformed === 'syntax') for (const problem of record.problems) add(problem, record.start);
  }
  return damages.sort((a, b) => a.start - b.start);
}
