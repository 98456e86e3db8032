import {
  CodeLens,
  type CodeLensProvider,
  ConfigurationTarget,
  commands,
  Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { logLanguages } from './candidates';
import type { LogDocuments } from './logDocuments';
import { viewIn } from './views';

/** VS Code draws no more characters of a line than this, and colours a few more. */
const drawn = 10_000;

const setting = 'offerReadableView';

/**
 * Offers the readable view above the first line of a log whose lines are too long to be drawn: seen where it is needed,
 * covering nothing, gone when it is not wanted.
 */
class ViewOffer implements CodeLensProvider {
  readonly #logs: LogDocuments;
  readonly onDidChangeCodeLenses: EventEmitter<void>['event'];

  constructor(logs: LogDocuments, changed: EventEmitter<void>) {
    this.#logs = logs;
    this.onDidChangeCodeLenses = changed.event;
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    if (!this.#logs.has(document.uri) || viewIn(document) !== undefined || !isWanted(document) || !isLong(document)) {
      return [];
    }
    const top = new Range(0, 0, 0, 0);
    return [
      new CodeLens(top, {
        title: '$(list-tree) Open Readable View',
        tooltip: 'Show this log with one field a line. The log itself stays as it is.',
        command: 'workmailTrail.openReadableView',
        arguments: [document.uri],
      }),
      new CodeLens(top, {
        title: "Don't Offer Again",
        tooltip: `Turns off the setting workmailTrail.${setting}. The command stays in the title of the editor.`,
        command: 'workmailTrail.stopOfferingReadableView',
      }),
    ];
  }
}

/** Offers the readable view above the first line of logs with lines too long to be drawn. Disposing takes the offer away. */
export function registerOffer(logs: LogDocuments): Disposable {
  const changed = new EventEmitter<void>();
  const selector = logLanguages.map((language) => ({ language }));
  return Disposable.from(
    changed,
    logs.onDidFind(() => changed.fire()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`workmailTrail.${setting}`)) {
        changed.fire();
      }
    }),
    languages.registerCodeLensProvider(selector, new ViewOffer(logs, changed)),
    commands.registerCommand('workmailTrail.stopOfferingReadableView', () =>
      workspace.getConfiguration('workmailTrail').update(setting, false, ConfigurationTarget.Global),
    ),
  );
}

function isWanted(document: TextDocument): boolean {
  return workspace.getConfiguration('workmailTrail', document).get<boolean>(setting, true);
}

function isLong(document: TextDocument): boolean {
  return document.lineAt(0).text.length > drawn;
}
