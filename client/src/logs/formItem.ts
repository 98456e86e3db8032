import {
  CancellationTokenSource,
  type Command,
  Disposable,
  EventEmitter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  TabInputText,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type LogForm, LogFormRequest } from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import type { Places } from '../places/places';
import { activeLog } from './activeLog';
import { formWords } from './formWords';
import type { LogDocuments } from './logDocuments';

/** A reading that takes longer is shown as going on. Milliseconds. */
const patience = 300;

/** The log in front, and what is shown of it. */
interface Shown {
  readonly uri: Uri;
  /** None before something is known, and for a text that is no log any more. */
  item: LanguageStatusItem | undefined;
  /** A second row, where there is more to know. */
  notes: LanguageStatusItem | undefined;
  /** Ends the question that waits for its answer. */
  readonly stop: CancellationTokenSource;
  isAsking: boolean;
  /** Something has changed since the question was asked. */
  isOld: boolean;
}

/**
 * How the log in front is read, as VS Code's language status, beside the name of the language: how many of its events are of
 * WorkMail, what form it has, what lies over it and what was not read. For any other file there is none.
 */
export class FormItem implements Disposable {
  readonly #server: Pick<LogServer, 'ask'>;
  readonly #logs: LogDocuments;
  readonly #places: Pick<Places, 'has'>;
  readonly #told = new EventEmitter<LanguageStatusItem | undefined>();
  readonly #subscriptions: Disposable;
  #shown: Shown | undefined;

  /** What is shown was made new. Gives the item, if there is one. */
  readonly onDidTell = this.#told.event;

  constructor(
    server: Pick<LogServer, 'ask' | 'onDidChangeLogs'>,
    logs: LogDocuments,
    places: Pick<Places, 'has' | 'onDidChange'>,
  ) {
    this.#server = server;
    this.#logs = logs;
    this.#places = places;
    const follow = () => this.#follow();
    this.#subscriptions = Disposable.from(
      this.#told,
      window.onDidChangeActiveTextEditor(follow),
      window.tabGroups.onDidChangeTabs(follow),
      window.tabGroups.onDidChangeTabGroups(follow),
      logs.onDidFind(follow),
      logs.onDidClose(follow),
      places.onDidChange(follow),
      server.onDidChangeLogs(() => this.#renew()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#shown?.uri.toString()) {
          this.#renew();
        }
      }),
    );
    follow();
  }

  dispose(): void {
    this.#letGo();
    this.#subscriptions.dispose();
  }

  #follow(): void {
    const uri = this.#logInFront();
    if (uri?.toString() === this.#shown?.uri.toString()) {
      return;
    }
    this.#letGo();
    if (uri !== undefined) {
      this.#shown = {
        uri,
        item: undefined,
        notes: undefined,
        stop: new CancellationTokenSource(),
        isAsking: false,
        isOld: false,
      };
      this.#renew();
    }
  }

  /** Of a log that is too large for extensions only the tab is known. */
  #logInFront(): Uri | undefined {
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    const isLarge = window.activeTextEditor === undefined && input instanceof TabInputText;
    return isLarge && this.#places.has(input.uri) ? input.uri : activeLog(this.#logs)?.uri;
  }

  /** Asks again; what changes meanwhile is asked for once, when the answer is there. */
  #renew(): void {
    const shown = this.#shown;
    if (shown === undefined || shown.isAsking) {
      if (shown !== undefined) {
        shown.isOld = true;
      }
      return;
    }
    shown.isAsking = true;
    shown.isOld = false;
    void this.#ask(shown).then(() => {
      shown.isAsking = false;
      if (shown.isOld && shown === this.#shown) {
        this.#renew();
      }
    });
  }

  /** Silent on failure: the language client says it, starts the server again, and that is a change. */
  async #ask(shown: Shown): Promise<void> {
    const { uri, stop } = shown;
    const waiting = setTimeout(() => {
      shown.item ??= itemFor(uri, 'form');
      shown.item.busy = true;
    }, patience);
    const form = await this.#server.ask(LogFormRequest, { uri: uri.toString() }, stop.token).catch(() => undefined);
    clearTimeout(waiting);
    if (shown !== this.#shown) {
      return;
    }
    if (form === null) {
      takeAway(shown);
    } else if (form !== undefined) {
      tell(shown, form);
    }
    if (shown.item !== undefined) {
      shown.item.busy = false;
    }
    this.#told.fire(shown.item);
  }

  #letGo(): void {
    const shown = this.#shown;
    if (shown !== undefined) {
      this.#shown = undefined;
      shown.stop.cancel();
      takeAway(shown);
      this.#told.fire(undefined);
    }
  }
}

function takeAway(shown: Shown): void {
  shown.item?.dispose();
  shown.notes?.dispose();
  shown.item = undefined;
  shown.notes = undefined;
}

/** A path that stands in a selector as it is stands for itself, whatever signs of a pattern it has. */
function itemFor(uri: Uri, row: 'form' | 'notes'): LanguageStatusItem {
  const selector = { scheme: uri.scheme, pattern: uri.fsPath };
  const item = languages.createLanguageStatusItem(`workmailTrail.${row}`, selector);
  item.name = row === 'form' ? 'WorkMail Trail' : 'WorkMail Trail: how the log was read';
  item.text = 'Reading the log';
  return item;
}

function tell(shown: Shown, form: LogForm): void {
  const { text, detail, notes, isWarning, spoken } = formWords(form);
  const severity = isWarning ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  shown.item ??= itemFor(shown.uri, 'form');
  shown.item.text = text;
  shown.item.detail = detail;
  shown.item.severity = severity;
  shown.item.command = commandFor(form, shown.uri);
  shown.item.accessibilityInformation = { label: spoken };
  if (notes === undefined) {
    shown.notes?.dispose();
    shown.notes = undefined;
  } else {
    shown.notes ??= itemFor(shown.uri, 'notes');
    shown.notes.text = notes;
    shown.notes.severity = severity;
  }
}

function commandFor({ ofWorkMail }: LogForm, uri: Uri): Command {
  return ofWorkMail > 0
    ? { command: 'workmailTrail.summarize', title: 'Summarize', arguments: [uri] }
    : { command: 'workbench.actions.view.problems', title: 'Show Problems' };
}
