import type { Span } from '../../record';
import type { Gap } from '../gaps';
import { obstacles } from '../layers/definitions';

/** The obstacle that such lines are. */
export const UNNAMED = 'unnamed-values';

/** Lines of values, of which it can't be told, or not of all values, which field each is. */
export class UntoldValues {
  #lines = 0;
  #partly = 0;
  #first: Span | undefined;
  #firstPartly: Span | undefined;

  /** @param columns of the line; undefined where nobody can tell them */
  take(line: Span, columns: readonly string[] | undefined): void {
    if (columns === undefined) {
      this.#lines++;
      this.#first ??= line;
    } else if (columns.some((name) => /^column_\d+$/.test(name))) {
      this.#partly++;
      this.#firstPartly ??= line;
    }
  }

  gaps(): readonly Gap[] {
    const what = (count: number): string =>
      `${count} ${count === 1 ? 'line holds' : 'lines hold'} values without the names of their fields`;
    return [
      ...gapOf(this.#first, `${what(this.#lines)}, and these do not tell which field each is: they are not read.`),
      ...gapOf(
        this.#firstPartly,
        `${what(this.#partly)}. Some are sure by what they are; the others are called column_1, column_2 and so on, by their place.`,
      ),
    ].sort((a, b) => a.span.start - b.span.start);
  }
}

function gapOf(span: Span | undefined, words: string): readonly Gap[] {
  if (span === undefined) return [];
  const todo = obstacles.find(({ layer }) => layer.id === UNNAMED)?.layer.words ?? '';
  return [{ kind: 'unreadable', span, detail: { words: `${words} ${todo}`.trim() }, edits: [], safe: false }];
}
