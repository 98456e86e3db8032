import { printQuestion } from '../query/printQuestion';
import type { Question } from '../query/question';
import { always, type Condition, never } from './condition';

/** A part of a question that an engine can't be asked as it is meant. */
export interface Unsaid {
  /** The part, as questions are printed. */
  readonly part: string;
  /** Why, in one clause. */
  readonly why: string;
  /** Something is asked that lets other events through, too; else the part is not asked at all. */
  readonly isWider: boolean;
}

/**
 * What was not said on the way from a question to a condition. An engine is asked so that no event is missed which answers:
 * what can't be asked lets every event through, and under a negation it keeps none back.
 */
export class UnsaidParts {
  readonly #parts = new Map<string, Unsaid>();

  /** @param wider what holds of all events of which the part holds; undefined: nothing is known */
  say(part: Question, isNegated: boolean, why: string, wider?: Condition): Condition {
    const isWider = wider !== undefined && wider.kind !== 'always' && !isNegated;
    const printed = printQuestion(part);
    this.#parts.set(printed, { part: printed, why, isWider });
    if (isNegated) return never;
    return wider ?? always;
  }

  all(): readonly Unsaid[] {
    return [...this.#parts.values()];
  }
}
