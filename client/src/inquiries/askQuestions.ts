import { commands, Disposable, env } from 'vscode';
import { copiedText } from './inquiryWords';
import type { InquiriesModel } from './model';
import type { InquiryNode } from './nodes';

/** *Ask Questions* shows the view and asks all of them; *Copy Answer* takes one with what was found. */
export function registerInquiries(model: InquiriesModel): Disposable {
  return Disposable.from(
    commands.registerCommand('workmailTrail.askQuestions', async () => {
      await commands.executeCommand('workmailTrail.questions.focus');
      model.ask();
    }),
    commands.registerCommand('workmailTrail.copyAnswer', async (node?: InquiryNode) => {
      const text = node === undefined ? undefined : copiedText(node);
      if (text !== undefined) await env.clipboard.writeText(text);
    }),
  );
}
