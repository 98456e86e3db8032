import type { Disposable } from 'vscode-languageserver';
import { completionsAt, parseQuestion } from '../core';
import { type QuestionHelp, QuestionRequest } from '../wire/protocol';
import type { ServerContext } from './context';

/** Help for those who type a question. */
export function register({ connection }: ServerContext): Disposable {
  return connection.onRequest(QuestionRequest, ({ text, offset }): QuestionHelp => {
    const asked = typeof text === 'string' ? text : '';
    const place = Number.isInteger(offset) ? Math.min(Math.max(0, offset), asked.length) : asked.length;
    return { problems: parseQuestion(asked).problems, completions: completionsAt(asked, place, () => []) };
  });
}
