import { skipSpace } from '../characters';
import type { Gap } from '../gaps';
import type { Embedded } from './embedded';

/**
 * The last record of a text with what is missing around it, where both are one damage: the text is cut off in it. Undefined where they are not.
 *
 * @param gaps what is wrong around the records
 */
export function cutAtEnd<T extends Embedded>(text: string, last: T, gaps: readonly Gap[]): T | undefined {
  const [only] = gaps;
  const cut = last.damages.at(-1);
  const isEnd = skipSpace(text, last.end, text.length) === text.length;
  if (only === undefined || gaps.length > 1 || cut === undefined || !isEnd) return undefined;
  const more = only.edits.map((edit) => ({ ...edit, start: edit.start - last.start, end: edit.end - last.start }));
  const whole = { ...cut, edits: [...cut.edits, ...more], safe: cut.safe && only.safe };
  return { ...last, damages: [...last.damages.slice(0, -1), whole] };
}
