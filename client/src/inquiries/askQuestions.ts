import { commands, Disposable, env } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
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
      const text = node === undefined ? undefined : textOf(node);
      if (text !== undefined) await env.clipboard.writeText(text);
    }),
  );
}

/** As plain text: whoever pastes it reads what the row says. */
function textOf(node: InquiryNode): string | undefined {
  switch (node.kind) {
    case 'question': {
      const { question, sentence, findings } = node.answer;
      const found = findings.map(({ weight, summary }) => `- ${weight}: ${labelText(summary)}`);
      return [question, labelText(sentence), ...found].join('\n');
    }
    case 'finding':
      return labelText(node.finding.summary);
    case 'missing':
      return node.words;
    default:
      return undefined;
  }
}
