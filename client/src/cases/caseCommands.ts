import { commands, Disposable, env, window } from 'vscode';
import { cutLabel, labelText } from '../../../server/src/wire/protocol';
import type { InquiriesModel } from '../inquiries/model';
import type { ConclusionNode, NoteNode, QuestionNode } from '../inquiries/nodes';
import type { CaseNotes } from './caseNotes';

/** Of a conclusion or a note. UTF-16 units; more is a report. */
const LONGEST = 10_000;
/** Of a title. */
const LONGEST_TITLE = 100;

type OnQuestion = QuestionNode | ConclusionNode | NoteNode;

/** What is written on the questions: from a row of the view, or from the palette, which asks for the question. */
export function registerCases(notes: CaseNotes, model: InquiriesModel): Disposable {
  return Disposable.from(
    commands.registerCommand('workmailTrail.writeConclusion', conclude),
    commands.registerCommand('workmailTrail.editConclusion', conclude),
    commands.registerCommand('workmailTrail.writeQuestionNote', async (node?: OnQuestion) => {
      const answer = node?.answer ?? (await askQuestion('Write a note on which question?', () => true));
      if (answer === undefined || !isKept()) return;
      const text = await askText(`Note on “${answer.title}”`, answer.question, '');
      if (text !== undefined && text !== '') await keep(text, () => notes.note(answer.id, text));
    }),
    commands.registerCommand('workmailTrail.editQuestionNote', async ({ answer, id, text: before }: NoteNode) => {
      const text = await askText(`Note on “${answer.title}”`, answer.question, before);
      if (text === undefined) return;
      if (text !== '' || (await isMeant('Remove this note?', before)))
        await keep(text, () => notes.note(answer.id, text, id));
    }),
    commands.registerCommand('workmailTrail.removeQuestionNote', async ({ answer, id, text }: NoteNode) => {
      if (await isMeant('Remove this note?', text)) await keep('', () => notes.note(answer.id, '', id));
    }),
    commands.registerCommand('workmailTrail.removeConclusion', async ({ answer, text }: ConclusionNode) => {
      if (await isMeant('Remove this conclusion?', text)) await keep('', () => notes.conclude(answer.id, ''));
    }),
    commands.registerCommand('workmailTrail.settleQuestion', (node?: OnQuestion) => settle(node, true)),
    commands.registerCommand('workmailTrail.reopenQuestion', (node?: OnQuestion) => settle(node, false)),
  );

  async function conclude(node?: OnQuestion): Promise<void> {
    const answer = node?.answer ?? (await askQuestion('Write a conclusion on which question?', () => true));
    if (answer === undefined || !isKept()) return;
    const before = notes.on(answer.id).conclusion;
    const text = await askText(`Conclusion on “${answer.title}”`, answer.question, before);
    if (text === undefined || (text === '' && before === '')) return;
    if (text !== '' || (await isMeant('Remove this conclusion?', before)))
      await keep(text, () => notes.conclude(answer.id, text));
  }

  async function settle(node: OnQuestion | undefined, isSettled: boolean): Promise<void> {
    const title = isSettled ? 'Which question is settled?' : 'Which question is open again?';
    const answer = node?.answer ?? (await askQuestion(title, ({ id }) => notes.on(id).isSettled !== isSettled));
    if (answer !== undefined && isKept()) await keep('', () => notes.settle(answer.id, isSettled));
  }

  async function askQuestion(
    title: string,
    isMeantBy: (answer: QuestionNode['answer']) => boolean,
  ): Promise<QuestionNode['answer'] | undefined> {
    const answers = 'answers' in model.asked ? model.asked.answers : [];
    const rows = answers.filter(isMeantBy).map((answer) => {
      const description = notes.on(answer.id).isSettled ? 'settled' : '';
      return { label: answer.title, description, detail: answer.question, answer };
    });
    const picked = await window.showQuickPick(rows, { title, matchOnDetail: true, placeHolder: 'A question' });
    return picked?.answer;
  }

  function isKept(): boolean {
    if (notes.canWrite) return true;
    void window.showInformationMessage(
      'Notes are kept by the events of WorkMail that they are about, and these logs hold none: they would not be found again.',
    );
    return false;
  }
}

/** Undefined where somebody thinks better of it. */
async function askText(title: string, question: string, before: string): Promise<string | undefined> {
  const text = await window.showInputBox({
    title,
    value: before,
    placeHolder: question,
    prompt: `Kept by VS Code for these logs, wherever they lie, and not beside them.${before === '' ? '' : ' Leave it empty to remove it.'}`,
    // Somebody may look into a log while writing.
    ignoreFocusOut: true,
    validateInput: (written) =>
      written.length > LONGEST ? `At most ${LONGEST} characters: these are ${written.length}.` : undefined,
  });
  return text?.trim();
}

async function isMeant(question: string, text: string): Promise<boolean> {
  const detail = cutLabel(labelText(text), LONGEST_TITLE);
  return (await window.showWarningMessage(question, { modal: true, detail }, 'Remove')) === 'Remove';
}

/** What was typed is not lost where it can't be kept. */
async function keep(text: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reason = labelText(error instanceof Error ? error.message : String(error));
    const choices = text === '' ? [] : (['Copy Text'] as const);
    const chosen = await window.showErrorMessage(`That could not be kept: ${reason}`, ...choices);
    if (chosen === 'Copy Text') await env.clipboard.writeText(text);
  }
}
