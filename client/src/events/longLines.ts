import { commands, Position, type Range, type TextDocument, type TextEditor, window, workspace } from 'vscode';

/** VS Code draws no more characters of a line than this: no text, no selection, no squiggle beyond. */
const drawn = 10_000;

/** In a longer document VS Code wraps no line at all, unless `editor.largeFileOptimizations` is off. Characters. */
const wrapped = 20 * 1024 * 1024;

/**
 * Makes visible what lies beyond the drawn part of a line. CloudTrail delivers its logs on one line, so that is nearly every
 * event. With word wrap each piece of the line is drawn, and VS Code has no other way that an extension may take.
 *
 * Whether an editor wraps can't be asked, and the command only toggles: so it is run once for each open document. In a
 * document too large to be wrapped the user is told, once as well, instead of being left with a line that shows nothing.
 */
export class LongLines {
  readonly #shown = new WeakMap<TextDocument, Thenable<unknown>>();

  /** @returns whether the lines were wrapped just now, so that what was in sight has moved */
  async show(editor: TextEditor, range: Range): Promise<boolean> {
    const { document } = editor;
    const known = this.#shown.get(document);
    if (isDrawn(range) || known !== undefined || window.activeTextEditor !== editor) {
      await known;
      return false;
    }
    if (isTooLarge(document)) {
      this.#shown.set(document, Promise.resolve());
      void tell(document);
    } else if (isWanted(document)) {
      const wrapping = commands.executeCommand('editor.action.toggleWordWrap');
      this.#shown.set(document, wrapping);
      await wrapping;
      return true;
    }
    return false;
  }
}

function isDrawn({ start, end }: Range): boolean {
  return Math.max(start.character, end.character) <= drawn;
}

async function tell(document: TextDocument): Promise<void> {
  const open = 'Open Readable View';
  const chosen = await window.showInformationMessage(
    'The event is selected, but VS Code draws only the first 10,000 characters of a line in a file of this size. ' +
      'The readable view shows the log with one field a line.',
    open,
  );
  if (chosen === open) {
    await commands.executeCommand('workmailTrail.openReadableView', document.uri);
  }
}

function isTooLarge(document: TextDocument): boolean {
  const optimized = workspace.getConfiguration('editor', document).get<boolean>('largeFileOptimizations', true);
  return optimized && document.offsetAt(new Position(document.lineCount, 0)) > wrapped;
}

function isWanted(document: TextDocument): boolean {
  const wraps = workspace.getConfiguration('editor', document).get<string>('wordWrap') !== 'off';
  return !wraps && workspace.getConfiguration('workmailTrail', document).get<boolean>('wrapLongLines', true);
}
