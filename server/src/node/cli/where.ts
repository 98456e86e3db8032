import { parseQuestion, type Question } from '../../core';

/**
 * The question that `--where` asks.
 *
 * @returns a text that says what is wrong, and at which character, counted from 1
 */
export function questionIn(where: string): Question | string {
  const { question, problems } = parseQuestion(where);
  const [problem] = problems;
  return problem === undefined ? question : `--where, character ${problem.start + 1}: ${problem.message}`;
}
