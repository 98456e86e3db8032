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
  #unfitting = 0;
  #unread = 0;
  #firstUnfitting: Span | undefined;

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

  /**
   * A line that has more or fewer values than its header has names.
   *
   * @param columns of the line, as far as all readings of it agree; undefined where they do not tell anything
   */
  takeUnfitting(line: Span, columns: readonly string[] | undefined): void {
    this.#unfitting++;
    if (columns === undefined) this.#unread++;
    this.#firstUnfitting ??= line;
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
      ...gapOf(this.#firstUnfitting, this.#ofUnfitting(), ''),
    ].sort((a, b) => a.span.start - b.span.start);
  }

  #ofUnfitting(): string {
    const count = this.#unfitting;
    const lines = count === 1 ? '1 line has' : `${count} lines have`;
    const read = count - this.#unread;
    const unread = `${this.#unread} of them ${this.#unread === 1 ? 'is' : 'are'} not read`;
    const partly =
      'what is in its place however the line is read has its name, all other values are called column_1, column_2 and so on, by their place';
    return `${lines} another number of values than the header has names: a value may hold what stands between values, and nothing quotes it. ${[...(read > 0 ? [partly] : []), ...(this.#unread > 0 ? [unread] : [])].join('; ').replace(/^./, (first) => first.toUpperCase())}. A delivery with the output format json, or with a delimiter that no value has, tells all.`;
  }
}

function gapOf(span: Span | undefined, words: string, more?: string): readonly Gap[] {
  if (span === undefined) return [];
  const todo = more ?? obstacles.find(({ layer }) => layer.id === UNNAMED)?.layer.words ?? '';
  return [{ kind: 'unreadable', span, detail: { words: `${words} ${todo}`.trim() }, edits: [], safe: false }];
}
