import { Disposable, window } from 'vscode';
import type { ContextKeys } from '../contextKeys';
import type { InquiriesModel } from '../inquiries/model';
import type { CaseNotes } from './caseNotes';

/** Looks for what was written on the logs that were answered about, and again when somebody comes back from another window. */
export function followCases(notes: CaseNotes, model: InquiriesModel, keys: ContextKeys): Disposable {
  return Disposable.from(
    model.onDidChange(() => {
      const { asked, sketch } = model;
      keys.questionsAreAnswered.set('answers' in asked && asked.answers.length > 0);
      if (asked.state !== 'asking') keys.nothingToAsk.set(model.isEmpty);
      // Until there is an answer, it is still about what was asked before.
      if (asked.state !== 'asking') void notes.look(sketch);
    }),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) void notes.refresh();
    }),
  );
}
