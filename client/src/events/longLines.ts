import { commands, type Range, type TextDocument, type TextEditor, window, workspace } from 'vscode';

/** VS Code draws no more characters of a line than this: no text, no selection, no squiggle beyond. */
const drawn = 10_000;

/**
 * Makes visible what lies beyond the drawn part of a line. CloudTrail delivers its logs on one line, so that is nearly every
 * event. With word wrap each piece of the line is drawn, and VS Code has no other way that an extension may take.
 *
 * Whether an editor wraps can't be asked, and the command only toggles: so it is run once for each open document.
 */
export class LongLines {
  readonly #wrapped = new WeakSet<TextDocument>();

  async show(editor: TextEditor, range: Range): Promise<void> {
    const { document } = editor;
    const isDrawn = Math.max(range.start.character, range.end.character) <= drawn;
    if (isDrawn || this.#wrapped.has(document) || !isWanted(document) || window.activeTextEditor !== editor) {
      return;
    }
    this.#wrapped.add(document);
    await commands.executeCommand('editor.action.toggleWordWrap');
  }
}

function isWanted(document: TextDocument): boolean {
  const wraps = workspace.getConfiguration('editor', document).get<string>('wordWrap') !== 'off';
  return !wraps && workspace.getConfiguration('workmailTrail', document).get<boolean>('wrapLongLines', true);
}
