import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { completionsAt, type FieldName, isOwnField, narrowed, parseQuestion, printQuestion } from '../core';
import { likenesses } from '../events/likeEvent';
import {
  type LikeEvent,
  LikeEventRequest,
  NarrowedQuestionRequest,
  type QuestionHelp,
  QuestionRequest,
} from '../wire/protocol';
import type { ServerContext } from './context';

/** Help for those who ask: while a question is typed, and on the way from one event to others. */
export function register({ connection, events }: ServerContext): Disposable {
  const handlers = [
    connection.onRequest(QuestionRequest, async ({ text, offset }, token): Promise<QuestionHelp> => {
      const asked = typeof text === 'string' ? text : '';
      const place = Number.isInteger(offset) ? Math.min(Math.max(0, offset), asked.length) : asked.length;
      return { problems: parseQuestion(asked).problems, completions: await completions(asked, place, token) };
    }),
    connection.onRequest(LikeEventRequest, ({ uri, index }, token) => likeEvent(uri, index, token)),
    connection.onRequest(NarrowedQuestionRequest, ({ where, more, isLeftOut }) =>
      narrowed(String(where ?? ''), String(more ?? ''), isLeftOut === true),
    ),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  /** Counts values only where some may be written. What no log has that is known here is not offered. */
  async function completions(
    text: string,
    offset: number,
    token: CancellationToken,
  ): Promise<QuestionHelp['completions']> {
    const merged = await events.now(token);
    let wanted: FieldName | undefined;
    const isOffered = (field: FieldName): boolean => !isOwnField(field) || merged.holdsOwn;
    const without = completionsAt(
      text,
      offset,
      (field) => {
        wanted = field;
        return [];
      },
      isOffered,
    );
    if (wanted === undefined) return without;
    const counts = await events.values(merged, wanted, token);
    return completionsAt(text, offset, () => counts);
  }

  async function likeEvent(uri: unknown, index: unknown, token: CancellationToken): Promise<LikeEvent[] | null> {
    if (typeof uri !== 'string' || typeof index !== 'number') return null;
    const merged = await events.now(token);
    const event = merged.eventIn(uri, index);
    const row = event && merged.row(event);
    if (row === undefined) return null;
    const like: LikeEvent[] = [];
    for (const { field, value, question } of likenesses(row, merged.entities)) {
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
