import { BACKSLASH, CLOSE_BRACE, OPEN_BRACE } from '../characters';

/** How far a string of JSON was walked through, and what stands open there. */
interface Walked {
  /** Of the first character in the string. */
  readonly from: number;
  at: number;
  /** The braces that stand open. */
  readonly open: number[];
  /** The place stands in a text of the JSON in the string. */
  isText: boolean;
}

/**
 * Which object of the JSON in a string stands open around a place. Quotes of a level open and close the texts in it: the number of
 * backslashes before them tells them from others, also where a text ends with backslashes of its own. Each character of a string is looked at once for each level.
 */
export class ObjectsInStrings {
  readonly #text: string;
  readonly #walked = new Map<number, Walked>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The brace of the innermost object around a key.
   *
   * @param from the first character of the outermost string around it
   * @param passed behind the last event: nothing before it is looked at
   * @param key not before the key that was asked for last
   * @param level how many strings the key stands in
   */
  around(from: number, passed: number, key: number, level: number): number | undefined {
    const known = this.#walked.get(level);
    const walked = known?.from === from ? known : { from, at: Math.max(from, passed), open: [], isText: false };
    this.#walked.set(level, walked);
    this.#advance(walked, key, level);
    return walked.open.at(-1);
  }

  /** Passes over an event: whatever its damage, behind it stands open what stood open before it. */
  skip(start: number, end: number): void {
    for (const [level, walked] of this.#walked) {
      if (walked.at >= end) continue;
      this.#advance(walked, start, level);
      while ((walked.open.at(-1) ?? -1) >= start) walked.open.pop();
      walked.at = end;
      walked.isText = false;
    }
  }

  #advance(walked: Walked, to: number, level: number): void {
    const text = this.#text;
    while (walked.at < to) {
      const quote = text.indexOf('"', walked.at);
      const isBefore = quote >= 0 && quote < to;
      if (!walked.isText) openedBetween(text, walked.at, isBefore ? quote : to, walked.open);
      walked.at = isBefore ? quote + 1 : to;
      if (isBefore && isQuoteOf(text, quote, walked.from, level)) walked.isText = !walked.isText;
    }
  }
}

/**
 * Whether a quote is one of JSON that stands in so many strings. A backslash of the text before it is written as two in JSON, and as
 * twice as many in each string around: what is left beyond those is what the quote itself is written with.
 *
 * @param from not before the string
 */
export function isQuoteOf(text: string, quote: number, from: number, level: number): boolean {
  let at = quote;
  while (at > from && text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (quote - at) % 2 ** (level + 1) === 2 ** level - 1;
}

function openedBetween(text: string, from: number, to: number, open: number[]): void {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACE) open.push(at);
    else if (code === CLOSE_BRACE) open.pop();
  }
}
