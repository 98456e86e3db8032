import { Disposable, type TextEditor, TextEditorRevealType, TextEditorSelectionChangeKind, window } from 'vscode';
import type { LogDocuments } from '../logs/logDocuments';
import type { LongLines } from './longLines';

/**
 * Shows the place where something put the cursor of a log: the outline, a problem, a search, a tab that was opened again. Where
 * the line is drawn no further than somewhere before it, the lines are wrapped first. What a user does with keys and mouse
 * stays as it is: selecting everything, say, is no wish to see the end.
 */
export class FarCursor implements Disposable {
  readonly #logs: LogDocuments;
  readonly #longLines: LongLines;
  readonly #subscriptions: Disposable;

  constructor(logs: LogDocuments, longLines: LongLines) {
    this.#logs = logs;
    this.#longLines = longLines;
    this.#subscriptions = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        const isByHand =
          kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse;
        if (!isByHand) {
          void this.#show(textEditor);
        }
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#show(editor)),
      logs.onDidFind(() => this.#show(window.activeTextEditor)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #show(editor: TextEditor | undefined): Promise<void> {
    if (editor === undefined || !this.#logs.has(editor.document.uri)) {
      return;
    }
    const { selection } = editor;
    if ((await this.#longLines.show(editor, selection)) && editor.selection.isEqual(selection)) {
      editor.revealRange(
        selection.with(selection.active, selection.active),
        TextEditorRevealType.InCenterIfOutsideViewport,
      );
    }
  }
}
