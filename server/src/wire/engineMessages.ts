import { RequestType } from 'vscode-jsonrpc';
import type { EngineId } from '../core/handover/engine';

export type { EngineId };

/**
 * client → server: the question `where` in the language of an engine, about the events of all open logs and inspected places. With
 * `inquiry`, one of the questions that are asked of every log, it asks for the events that its answer rests on. `language` is what
 * editors call that of the text; `answers` is how many events answer here. A question that can't be read is refused in words.
 */
export const EngineTextRequest = new RequestType<
  { readonly engine: EngineId; readonly where: string; readonly inquiry?: string },
  { readonly text: string; readonly language: string; readonly answers: number } | { readonly refused: string },
  void
>('workmailTrail/engineText');
