import { allOf, anyOf, everything, notOf, type Question } from './question';
import { type QuestionProblem, QuestionProblems } from './questionProblem';
import { readTerm } from './readTerm';
import { type Token, tokensOf } from './tokens';

/** A question as far as it can be read. */
export interface ParsedQuestion {
  /** Without what has a problem; `everything` where nothing is asked. */
  readonly question: Question;
  /** In the order of the text, the first hundred. A question with a problem is not what somebody meant: nobody is to be shown its answers as if it were. */
  readonly problems: readonly QuestionProblem[];
}

/** How many brackets may stand in one another. */
const DEEPEST = 50;

/**
 * Reads a question as users type it, see `docs/questions.md`. It never throws; what is half typed gives what is there and a
 * problem. Time is linear in the length of the text.
 */
export function parseQuestion(text: string): ParsedQuestion {
  const problems = new QuestionProblems();
  const question = new Parser(tokensOf(text), problems).whole();
  return { question: question ?? everything, problems: problems.found() };
}

/** `OR` binds less than standing side by side, that less than `NOT`. What is left out for a problem is undefined. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #problems: QuestionProblems;
  #at = 0;

  constructor(tokens: readonly Token[], problems: QuestionProblems) {
    this.#tokens = tokens;
    this.#problems = problems;
  }

  whole(): Question | undefined {
    const parts: Question[] = [];
    for (;;) {
      const part = this.#choice(0);
      if (part !== undefined) parts.push(part);
      const bracket = this.#tokens[this.#at++];
      if (bracket === undefined) return parts.length === 0 ? undefined : allOf(parts);
      this.#problems.say(bracket, 'Nothing is open that this bracket closes: leave it out, or put it in quotes.');
    }
  }

  /** Up to a closing bracket or the end. */
  #choice(depth: number): Question | undefined {
    const choices: Question[] = [];
    for (;;) {
      const start = this.#at;
      const part = this.#conjunction(depth);
      const isMissing = this.#at === start;
      if (part !== undefined) choices.push(part);
      const or = this.#tokens[this.#at];
      const before = this.#tokens[start - 1];
      if (isMissing && before?.kind === 'or') this.#saySide(before, 'behind');
      if (isMissing && or?.kind === 'or' && before?.kind !== 'or') this.#saySide(or, 'before');
      if (or?.kind !== 'or') return choices.length === 0 ? undefined : anyOf(choices);
      this.#at++;
    }
  }

  /** Up to `OR`, a closing bracket or the end. */
  #conjunction(depth: number): Question | undefined {
    const parts: Question[] = [];
    const start = this.#at;
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token.kind === 'or' || token.kind === ')') break;
      if (token.kind === 'and') {
        if (this.#at === start || this.#tokens[this.#at - 1]?.kind === 'and') this.#saySide(token, 'before');
        else if (!isOperandStart(this.#tokens[this.#at + 1])) this.#saySide(token, 'behind');
        this.#at++;
        continue;
      }
      const part = this.#operand(depth);
      if (part !== undefined) parts.push(part);
    }
    return parts.length === 0 ? undefined : allOf(parts);
  }

  #operand(depth: number): Question | undefined {
    const start = this.#at;
    while (this.#tokens[this.#at]?.kind === 'not') this.#at++;
    const isNegated = (this.#at - start) % 2 === 1;
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'term' && token?.kind !== '(') {
      const not = this.#tokens[this.#at - 1];
      if (not !== undefined)
        this.#problems.say(not, 'Nothing follows that could be negated: write a term or a bracket behind it.');
      return undefined;
    }
    this.#at++;
    const part = token.kind === 'term' ? readTerm(token, this.#problems) : this.#bracket(token, depth + 1);
    return part !== undefined && isNegated ? notOf(part) : part;
  }

  /** Behind an opening bracket; takes the closing one. */
  #bracket(open: Token, depth: number): Question | undefined {
    if (depth > DEEPEST) {
      this.#problems.say(
        open,
        `More than ${DEEPEST} brackets stand in one another: leave out those that change nothing.`,
      );
      this.#passBracket();
      return undefined;
    }
    const start = this.#at;
    const inside = this.#choice(depth);
    const close = this.#tokens[this.#at];
    if (close === undefined) this.#problems.say(open, 'This bracket is not closed: write ) where it ends.');
    else if (this.#at === start) {
      this.#problems.say({ start: open.start, end: close.end }, 'There is nothing between these brackets.');
    }
    this.#at++;
    return inside;
  }

  #passBracket(): void {
    for (let open = 1; open > 0 && this.#at < this.#tokens.length; this.#at++) {
      const kind = this.#tokens[this.#at]?.kind;
      if (kind === '(') open++;
      else if (kind === ')') open--;
    }
  }

  #saySide(operator: Token, side: 'before' | 'behind'): void {
    const name = operator.kind.toUpperCase();
    this.#problems.say(
      operator,
      `${name} stands between two terms, and nothing stands ${side} it. To look for the word itself, put it in quotes.`,
    );
  }
}

function isOperandStart(token: Token | undefined): boolean {
  return token?.kind === 'term' || token?.kind === '(' || token?.kind === 'not' || token?.kind === 'and';
}
