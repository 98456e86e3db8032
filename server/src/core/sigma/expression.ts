import { RE2JS } from 're2js';
import type { Work } from './work';

/** How an expression is to be read: the modifiers behind `re`. */
export interface ExpressionFlags {
  /** `i`: whatever the case of the letters. */
  readonly anyCase: boolean;
  /** `m`: `^` and `$` also at the ends of lines. */
  readonly lines: boolean;
  /** `s`: a dot stands for line breaks, too. */
  readonly dotAll: boolean;
}

/** Longer ones are no expressions that somebody wrote to be read. */
const LONGEST = 10_000;
/** Instructions of the machine that runs over a text. */
const LARGEST = 5000;
/** Those of nearly all expressions; the machine then takes each character in one step as a rule. */
const USUAL = 256;
const STEPS_OF_USUAL = 8;

/**
 * An expression as a test of texts that holds where a part of a text fits. It takes time in proportion to the length of the text,
 * whatever the expression: a stranger's pattern never runs on an engine that tries again and again.
 *
 * @returns why there is none, as a clause
 */
export function expressionTest(
  source: string,
  flags: ExpressionFlags,
  work: Work,
): ((text: string) => boolean) | string {
  if (source.length > LONGEST) return `the expression has ${source.length} characters, more than ${LONGEST}`;
  const { anyCase, lines, dotAll } = flags;
  const bits =
    (anyCase ? RE2JS.CASE_INSENSITIVE : 0) |
    (lines ? RE2JS.MULTILINE : 0) |
    (dotAll ? RE2JS.DOTALL : 0) |
    RE2JS.LOOKBEHINDS;
  try {
    const expression = RE2JS.compile(source, bits);
    const size = expression.programSize();
    if (size > LARGEST) return 'the expression is too large';
    const steps = size <= USUAL ? STEPS_OF_USUAL : size;
    return (text) => {
      work.spend(text.length * steps);
      return !work.isSpent && expression.test(text);
    };
  } catch (error) {
    const words = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    return `the expression ${shortened(source)} can’t be run in linear time, or is none (${words})`;
  }
}

function shortened(source: string): string {
  return source.length > 60 ? `${source.slice(0, 60)}…` : source;
}
