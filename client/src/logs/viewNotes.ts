import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Range, type Uri } from 'vscode';

/** Something wrong with the file that a view comes from. */
export interface ViewNote {
  readonly message: string;
  readonly isLoss: boolean;
}

/** What is wrong with the file around its text, as problems of the view on its first character: told once, and not popping up. */
export class ViewNotes implements Disposable {
  readonly #shown = languages.createDiagnosticCollection('WorkMail Trail: files');

  show(view: Uri, notes: readonly ViewNote[]): void {
    this.#shown.set(view, notes.map(diagnosticOf));
  }

  forget(view: Uri): void {
    this.#shown.delete(view);
  }

  dispose(): void {
    this.#shown.dispose();
  }
}

/** What is lost is an error: whoever counts events must know of it. */
function diagnosticOf({ message, isLoss }: ViewNote): Diagnostic {
  const severity = isLoss ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
  const diagnostic = new Diagnostic(new Range(0, 0, 0, 1), message, severity);
  diagnostic.source = 'WorkMail Trail';
  return diagnostic;
}
