import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  Disposable,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  type Uri,
  window,
} from 'vscode';
import type { Answered, QuestionHelp } from '../../../server/src/wire/protocol';
import type { EventsModel } from '../events/model';
import { editedAt } from './editedAt';
import { type QuestionRow, questionRows } from './questionRows';

interface Item extends QuickPickItem {
  readonly row: QuestionRow;
  /** The question that the row was made for. */
  readonly madeFor: string;
}

const guideButton = { iconPath: new ThemeIcon('question'), tooltip: 'What Can Be Asked' };

/**
 * Has the user type a question about events, which starts as the one that is asked now.
 *
 * @param last what was asked last, newest first
 * @param guide a text that says what can be asked
 * @returns what to ask, without blanks around it; empty for everything, undefined when the user left it as it was
 */
export function askQuestion(model: EventsModel, last: readonly string[], guide: Uri): Promise<string | undefined> {
  const box = new QuestionBox(model, last, guide);
  return box.asked.finally(() => box.dispose());
}

/**
 * The quick pick in which a question is typed: its rows are what may be written, and the first one asks. Whoever types faster than
 * the server answers gets what belongs to the newest text alone, and Enter means what is typed, whatever the rows still show.
 */
class QuestionBox implements Disposable {
  readonly #model: EventsModel;
  readonly #last: readonly string[];
  readonly #picker: QuickPick<Item> = window.createQuickPick<Item>();
  readonly #subscriptions: Disposable;
  #text: string;
  #help: QuestionHelp | undefined;
  #answered: Answered | undefined;
  #newest = new CancellationTokenSource();

  readonly asked: Promise<string | undefined>;

  constructor(model: EventsModel, last: readonly string[], guide: Uri) {
    this.#model = model;
    this.#last = last;
    this.#text = model.where ?? '';
    const picker = this.#picker;
    picker.title = 'Filter Events';
    picker.placeholder = 'What to show, such as key:AKIA* outcome:failed. Nothing shows all events.';
    picker.ignoreFocusOut = true;
    picker.value = this.#text;
    picker.buttons = [guideButton];
    let settle: (question: string | undefined) => void = () => undefined;
    this.asked = new Promise((resolve) => {
      settle = resolve;
    });
    this.#subscriptions = Disposable.from(
      picker,
      picker.onDidChangeValue((text) => this.#typed(text, editedAt(this.#text, text))),
      picker.onDidAccept(() => this.#accept(picker.selectedItems[0], settle)),
      picker.onDidTriggerButton(() => commands.executeCommand('markdown.showPreview', guide)),
      picker.onDidHide(() => settle(undefined)),
    );
    this.#type(this.#text, this.#text.length);
    picker.show();
  }

  dispose(): void {
    this.#newest.cancel();
    this.#subscriptions.dispose();
  }

  /** What we put in place ourselves is told like what the user types, and is known already. */
  #typed(text: string, offset: number): void {
    if (text !== this.#text) {
      this.#type(text, offset);
    }
  }

  #type(text: string, offset: number): void {
    this.#newest.cancel();
    this.#newest = new CancellationTokenSource();
    this.#text = text;
    this.#answered = undefined;
    void this.#learn(text, offset, this.#newest.token);
  }

  /** Silent on failure: what is typed can be asked without help, and the tree says what comes of it. */
  async #learn(text: string, offset: number, token: CancellationToken): Promise<void> {
    const help = await this.#model.help(text, offset, token).catch(() => undefined);
    if (token.isCancellationRequested) {
      return;
    }
    this.#help = help;
    this.#draw(text);
    if (text.trim() === '' || help === undefined || help.problems.length > 0) {
      return;
    }
    const answered = await this.#model.answered(text.trim(), token).catch(() => undefined);
    if (answered !== undefined && !token.isCancellationRequested) {
      this.#answered = answered;
      this.#draw(text);
    }
  }

  #draw(text: string): void {
    const picker = this.#picker;
    const [active] = picker.activeItems;
    const rows = questionRows({
      text,
      help: this.#help,
      answered: this.#answered,
      last: this.#last,
      isFiltered: this.#model.where !== undefined,
    });
    picker.items = rows.map((row) => itemOf(row, text));
    // The row that the user has gone to stays where it is when a number is added to another.
    const same = picker.items.find(({ madeFor, label }) => madeFor === active?.madeFor && label === active.label);
    if (same !== undefined) {
      picker.activeItems = [same];
    }
  }

  async #accept(item: Item | undefined, settle: (question: string) => void): Promise<void> {
    const text = this.#picker.value;
    const row = item?.madeFor === text ? item.row : undefined;
    if (row !== undefined && 'text' in row) {
      this.#put(row.text);
    } else if (await this.#isReadable(text)) {
      settle(text.trim());
    }
  }

  #put(text: string | undefined): void {
    if (text !== undefined) {
      this.#type(text, text.length);
      this.#picker.value = text;
    }
  }

  /** Whether a question can be asked. One that can't stays, with what is wrong with it. */
  async #isReadable(text: string): Promise<boolean> {
    const help = await this.#model.help(text, text.length).catch(() => undefined);
    return (help === undefined || help.problems.length === 0) && text === this.#picker.value;
  }
}

function itemOf(row: QuestionRow, madeFor: string): Item {
  if (row.kind === 'heading') {
    return { kind: QuickPickItemKind.Separator, label: row.label, row, madeFor };
  }
  const { label, description, detail, icon } = row;
  const iconPath = new ThemeIcon(icon);
  return { label, description, ...(detail !== undefined && { detail }), iconPath, alwaysShow: true, row, madeFor };
}
