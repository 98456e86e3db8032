import { commands, Disposable, type Uri } from 'vscode';
import type { CaseView } from './caseView';
import { openCase } from './openCase';
import { saveCase } from './saveCase';

/** "Save Case…" and "Open Case…". With a uri as its argument, the latter asks for no file. */
export function registerSavedCases(view: CaseView): Disposable {
  return Disposable.from(
    commands.registerCommand('workmailTrail.saveCase', () =>
      saveCase(view).catch((error) => view.server.fail('The case could not be saved.', error)),
    ),
    commands.registerCommand('workmailTrail.openCase', (file?: Uri) => openCase(view, file)),
  );
}
