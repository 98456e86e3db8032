import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { completionsAt, parseQuestion, printQuestion } from '../core';
import { likenesses } from '../events/likeEvent';
import { fileKey } from '../wire/fileKey';
import { type LikeEvent, LikeEventRequest, type QuestionHelp, QuestionRequest } from '../wire/protocol';
import type { ServerContext } from './context';

/** Help for those who ask: while a question is typed, and on the way from one event to others. */
export function register({ connection, events }: ServerContext): Disposable {
  const handlers = [
    connection.onRequest(QuestionRequest, ({ text, offset }): QuestionHelp => {
      const asked = typeof text === 'string' ? text : '';
      const place = Number.isInteger(offset) ? Math.min(Math.max(0, offset), asked.length) : asked.length;
      return { problems: parseQuestion(asked).problems, completions: completionsAt(asked, place, () => []) };
    }),
    connection.onRequest(LikeEventRequest, ({ uri, index }, token) => likeEvent(uri, index, token)),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  async function likeEvent(uri: unknown, index: unknown, token: CancellationToken): Promise<LikeEvent[] | null> {
    if (typeof uri !== 'string' || typeof index !== 'number') return null;
    const merged = await events.now(token);
    const key = fileKey(uri);
    const log = merged.logs.findIndex((each) => fileKey(each.uri) === key);
    const event = merged.event(log, index);
    const row = event && merged.row(event);
    if (row === undefined) return null;
    const like: LikeEvent[] = [];
    for (const { field, value, question } of likenesses(row)) {
      like.push({
        field,
        value,
        question: printQuestion(question),
        events: await events.count(merged, question, token),
      });
    }
    return like;
  }
}
