import type { Value } from './question';
import type { QuestionSpan } from './tokens';

/** Something in a question that can't be read. What is asked without it is another question. */
export interface QuestionProblem extends QuestionSpan {
  /** What is wrong and what to write, for users; it may hold text of the question, not escaped. */
  readonly message: string;
  /** What was probably meant, to be put in place of the span. */
  readonly meant: string | undefined;
}

/** What a value says, or in a sentence for users why it is none, and what was probably meant. */
export type ValueOrWrong = { readonly value: Value } | { readonly wrong: string; readonly meant?: string };

/** Somebody who mends a question does not read more of them. */
const MOST_PROBLEMS = 100;

/** The problems of one question, the first hundred of them. */
export class QuestionProblems {
  readonly #found: QuestionProblem[] = [];

  /** Whether what is said from now on is told to nobody. */
  get areEnough(): boolean {
    return this.#found.length >= MOST_PROBLEMS;
  }

  say({ start, end }: QuestionSpan, message: string, meant?: string): void {
    if (!this.areEnough) this.#found.push({ start, end, message, meant });
  }

  /** In the order of the text. */
  found(): readonly QuestionProblem[] {
    return [...this.#found].sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

const LONGEST = 60;

/** Text of a question inside a sentence; the middle of a long text helps nobody. */
export function inQuotes(text: string): string {
  return `"${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}"`;
}

/** `a, b or c` */
export function orList(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
