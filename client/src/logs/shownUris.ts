import {
  Disposable,
  EventEmitter,
  type Tab,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  type Uri,
  type ViewColumn,
  window,
} from 'vscode';

/** The documents that a tab shows: one, both sides of a comparison, or none, such as a web page or a notebook. */
export function urisIn(input: unknown): readonly Uri[] {
  if (input instanceof TabInputText || input instanceof TabInputCustom) {
    return [input.uri];
  }
  return input instanceof TabInputTextDiff ? [input.original, input.modified] : [];
}

/** The column in which a document has a tab, one in sight before one behind others; undefined where it has none. */
export function columnOf(uri: Uri): ViewColumn | undefined {
  const wanted = uri.toString();
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted);
  const shows = ({ input }: Tab): boolean => urisIn(input).some((shown) => shown.toString() === wanted);
  return visible?.viewColumn ?? window.tabGroups.all.find(({ tabs }) => tabs.some(shows))?.viewColumn;
}

/**
 * The documents that somebody has open: those with a tab, in whatever state their text is. VS Code keeps documents for
 * minutes after their last tab was closed, and opens some that nobody sees; neither tells an extension whether there is a tab.
 *
 * An editor of a kind that VS Code does not describe, such as one of many in a review of changes, counts while it is seen.
 */
export class ShownUris implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #shown: ReadonlySet<string> = urisShown();

  /** Some document is shown that was not before, or no longer. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.tabGroups.onDidChangeTabs(() => this.#lookAgain()),
      window.tabGroups.onDidChangeTabGroups(() => this.#lookAgain()),
      window.onDidChangeVisibleTextEditors(() => this.#lookAgain()),
    );
  }

  /** As texts, as `Uri.toString` gives them. */
  get all(): ReadonlySet<string> {
    return this.#shown;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #lookAgain(): void {
    const before = this.#shown;
    this.#shown = urisShown();
    const isSame = before.size === this.#shown.size && Array.from(before).every((uri) => this.#shown.has(uri));
    if (!isSame) {
      this.#changed.fire();
    }
  }
}

/** The documents that have a tab, as texts. */
export function urisShown(): ReadonlySet<string> {
  const inTabs = window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => urisIn(input)));
  const visible = window.visibleTextEditors.map(({ document }) => document.uri);
  return new Set([...inTabs, ...visible].map((uri) => uri.toString()));
}
