import { CancellationTokenSource, Disposable, type TextEditor, window, workspace } from 'vscode';
import { isExcerpt } from '../logs/candidates';
import type { LogDocuments } from '../logs/logDocuments';
import type { EventsModel } from './model';
import type { EventsView } from './view';

/** A tree that is changing, as while a log is opened, may have no row for the event yet: how often it is tried in all. */
const attempts = 4;

/** Selects in the visible tree the event that the cursor stands in. Each move of the cursor cancels the question before. */
export class FollowCursor implements Disposable {
  readonly #model: EventsModel;
  readonly #view: EventsView;
  readonly #logs: LogDocuments;
  readonly #subscriptions: Disposable;
  #question = new CancellationTokenSource();

  constructor(model: EventsModel, view: EventsView, logs: LogDocuments) {
    this.#model = model;
    this.#view = view;
    this.#logs = logs;
    this.#subscriptions = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      view.onDidChangeVisibility(() => this.#follow(window.activeTextEditor)),
      logs.onDidFind(() => this.#follow(window.activeTextEditor)),
    );
  }

  dispose(): void {
    this.#question.cancel();
    this.#subscriptions.dispose();
  }

  async #follow(editor: TextEditor | undefined): Promise<void> {
    this.#question.cancel();
    if (editor === undefined || editor !== window.activeTextEditor || !this.#wanted(editor)) {
      return;
    }
    this.#question = new CancellationTokenSource();
    const { token } = this.#question;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const place = await this.#model.at(editor, token).catch(() => undefined);
      if (place === undefined || token.isCancellationRequested || (await this.#view.reveal(place))) {
        return;
      }
    }
  }

  #wanted({ document }: TextEditor): boolean {
    const follow = workspace.getConfiguration('workmailTrail', document).get<boolean>('tree.followCursor', true);
    return follow && this.#view.visible && this.#logs.has(document.uri) && !isExcerpt(document);
  }
}
