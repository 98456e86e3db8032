import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isSpace,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  skipSpace,
} from '../characters';

const STEP = '  ';
/** Hostile nesting would make a text of white space alone: deeper levels stand no further to the right. */
const DEEPEST = 64;

/** What was written last, which decides what stands before the next token. */
type Last = 'start' | 'open' | 'colon' | 'comma' | 'value';

/**
 * Writes JSON with one member a line, every value exactly as it is written: numbers, escapes and the order of keys stay.
 * It is fed pieces of a text and remembers where it stands, so that damage can be written between them as it is.
 */
export class Printer {
  /** Joined at the end: one text that grows by a few characters a million times takes several times the room. */
  readonly #parts: string[] = [];
  #part = '';
  /** Of the parts, without the last. */
  #done = 0;
  #depth: number;
  #last: Last = 'start';
  readonly #margins: string[] = [];

  /** @param margin stands before every line but the first */
  constructor(margin = '') {
    this.#depth = 0;
    for (let depth = 0; depth <= DEEPEST; depth++) this.#margins.push(`\n${margin}${STEP.repeat(depth)}`);
  }

  /** How long the text is so far. */
  get length(): number {
    return this.#done + this.#part.length;
  }

  /**
   * Writes the tokens between two offsets of a text. Strings must end within them.
   *
   * @returns where the first of them was written; the end of the text when there is none
   */
  print(source: string, from: number, to: number): number {
    let at = skipSpace(source, from, to);
    if (at < to) this.#part += this.#before(source.charCodeAt(at));
    const start = this.length;
    /** Tokens are taken over by the run: from here on nothing is written yet. */
    let run = at;
    while (at < to) {
      const code = source.charCodeAt(at);
      const end = tokenEnd(source, at, to, code);
      this.#after(code);
      at = skipSpace(source, end, to);
      const space = at < to ? this.#before(source.charCodeAt(at)) : '';
      if (space === '' && at === end) continue;
      this.#part += source.slice(run, end) + space;
      run = at;
    }
    this.#part += source.slice(run, to);
    this.#close();
    return start;
  }

  /**
   * Writes a text of any kind as it is. Returns where it begins.
   *
   * @param isSurrounding it stands around values, with all its white space; otherwise it stands for a value itself
   */
  verbatim(source: string, isSurrounding: boolean): number {
    if (!isSurrounding) this.#part += this.#before(QUOTE);
    const start = this.length;
    this.#part += source;
    this.#close();
    this.#last = isSurrounding ? 'start' : 'value';
    if (isSurrounding) this.#depth = Math.max(0, this.#depth + bracketsLeftOpen(source));
    return start;
  }

  /** The whole text. */
  finish(): string {
    this.#close();
    return this.#parts.join('');
  }

  #close(): void {
    this.#parts.push(this.#part);
    this.#done += this.#part.length;
    this.#part = '';
  }

  /** The white space before a token. */
  #before(code: number): string {
    if (code === COLON || code === COMMA) return '';
    if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      this.#depth = Math.max(0, this.#depth - 1);
      return this.#last === 'open' ? '' : this.#newLine();
    }
    if (this.#last === 'colon') return ' ';
    return this.#last === 'start' ? '' : this.#newLine();
  }

  #after(code: number): void {
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      this.#depth++;
      this.#last = 'open';
    } else if (code === COLON) this.#last = 'colon';
    else this.#last = code === COMMA ? 'comma' : 'value';
  }

  #newLine(): string {
    return this.#margins[Math.min(this.#depth, DEEPEST)] ?? '\n';
  }
}

/** JSON with one member a line, for one whole value. `margin` stands before every line. */
export function indented(source: string, margin: string): string {
  const printer = new Printer(margin);
  printer.print(source, 0, source.length);
  return margin + printer.finish();
}

function bracketsLeftOpen(text: string): number {
  let open = 0;
  for (const bracket of text.match(/[{}[\]]/g) ?? []) open += bracket === '{' || bracket === '[' ? 1 : -1;
  return open;
}

/** Behind the token at `at`: a bracket, a comma, a colon, a string, or a run of anything else. */
function tokenEnd(source: string, at: number, to: number, code: number): number {
  if (code === QUOTE) return closingQuote(source, at, to);
  let end = at + 1;
  if (isStructure(code)) return end;
  while (end < to) {
    const next = source.charCodeAt(end);
    if (isSpace(next) || isStructure(next) || next === QUOTE) break;
    end++;
  }
  return end;
}

function isStructure(code: number): boolean {
  return (
    code === OPEN_BRACE ||
    code === CLOSE_BRACE ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === COMMA ||
    code === COLON
  );
}

/** Behind the quote that closes the string at `at`. */
function closingQuote(source: string, at: number, to: number): number {
  let quote = source.indexOf('"', at + 1);
  while (quote >= 0 && isEscaped(source, quote, at)) quote = source.indexOf('"', quote + 1);
  return quote < 0 || quote >= to ? to : quote + 1;
}

/** An odd number of backslashes stands before it. */
function isEscaped(source: string, at: number, from: number): boolean {
  let before = at - 1;
  while (before > from && source[before] === '\\') before--;
  return (at - before) % 2 === 0;
}
