import {
  CancellationTokenSource,
  commands,
  Disposable,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';
import { type FoundEvent, type FoundEvents, GoToEventRequest } from '../../../server/src/wire/protocol';
import type { RevealEvent } from '../events/revealEvent';
import type { LogServer } from '../logServer';
import { foundRows } from './foundRows';

interface Item extends QuickPickItem {
  readonly event: FoundEvent | undefined;
}

/** Of a selection that is taken for an id or a time. UTF-16 units. */
const longestSelection = 128;

/**
 * "Go to Event…": from an eventID, a requestID or a time, wherever somebody has it from, to the event. Begins with what is selected, or
 * with a text that a keybinding gives it: where that is the id of one event, nobody is asked.
 */
export function registerGoToEvent(server: LogServer, reveal: RevealEvent): Disposable {
  return commands.registerCommand('workmailTrail.goToEvent', async (text?: unknown) => {
    const only = typeof text === 'string' ? await onlyEvent(server, text) : undefined;
    if (only !== undefined) {
      await reveal(only, 'follows');
      return;
    }
    const box = new GoToBox(server, typeof text === 'string' ? text : selectedText());
    try {
      const event = await box.chosen;
      if (event !== undefined) await reveal(event, 'follows');
    } finally {
      box.dispose();
    }
  });
}

async function onlyEvent(server: LogServer, text: string): Promise<FoundEvent | undefined> {
  const found = await server.ask(GoToEventRequest, { text, limit: 2 }).catch(() => undefined);
  return found?.ids.total === 1 && found.times.total === 0 ? found.ids.events[0] : undefined;
}

function selectedText(): string {
  const editor = window.activeTextEditor;
  if (editor === undefined || editor.selection.isEmpty || !editor.selection.isSingleLine) return '';
  const text = editor.document.getText(editor.selection).trim();
  return text.length <= longestSelection ? text : '';
}

/** What is typed, and the events it leads to. Enter means what is typed, whatever the rows still show. */
class GoToBox implements Disposable {
  readonly #server: LogServer;
  readonly #picker: QuickPick<Item> = window.createQuickPick<Item>();
  readonly #subscriptions: Disposable;
  #newest = new CancellationTokenSource();
  /** The text that the rows are for. */
  #shown: string | undefined;
  #isAccepted = false;
  #settle: (event: FoundEvent | undefined) => void = () => undefined;

  readonly chosen: Promise<FoundEvent | undefined>;

  constructor(server: LogServer, text: string) {
    this.#server = server;
    this.chosen = new Promise((resolve) => {
      this.#settle = resolve;
    });
    const picker = this.#picker;
    picker.title = 'Go to Event';
    picker.placeholder = 'An eventID, a requestID (or how it begins), or a time in UTC';
    picker.value = text;
    this.#subscriptions = Disposable.from(
      picker,
      picker.onDidChangeValue((value) => this.#type(value)),
      picker.onDidAccept(() => this.#accept()),
      picker.onDidHide(() => this.#settle(undefined)),
      // A folder that is being read has more of it every moment.
      server.onDidChangeLogs(() => this.#type(picker.value)),
    );
    this.#type(text);
    picker.show();
  }

  dispose(): void {
    this.#newest.cancel();
    this.#subscriptions.dispose();
  }

  #type(text: string): void {
    this.#newest.cancel();
    this.#newest = new CancellationTokenSource();
    this.#isAccepted = this.#isAccepted && text === this.#picker.value;
    void this.#learn(text);
  }

  async #learn(text: string): Promise<void> {
    const { token } = this.#newest;
    const picker = this.#picker;
    let found: FoundEvents | undefined;
    if (text.trim() !== '') {
      picker.busy = true;
      found = await this.#server.ask(GoToEventRequest, { text }, token).catch((error: unknown) => this.#fail(error));
      if (token.isCancellationRequested) return;
      picker.busy = false;
    }
    const [active] = picker.activeItems;
    const isSameText = this.#shown === text;
    this.#shown = text;
    picker.items = foundRows(text, found).map(itemOf);
    const same = picker.items.find(({ label, event }) => label === active?.label && event?.uri === active.event?.uri);
    if (isSameText && same !== undefined) picker.activeItems = [same];
    if (this.#isAccepted) this.#accept();
  }

  #fail(error: unknown): undefined {
    this.#server.fail('The event could not be looked for.', error);
    this.#settle(undefined);
  }

  /** Nothing is opened for a text whose events are not there yet; they are once they come. */
  #accept(): void {
    const picker = this.#picker;
    this.#isAccepted = this.#shown !== picker.value;
    if (this.#isAccepted) return;
    // The first of rows that have just come is not yet told to be the active one.
    const item = picker.selectedItems[0] ?? picker.activeItems[0] ?? picker.items[0];
    const event = item?.event;
    if (event !== undefined) this.#settle(event);
  }
}

function itemOf({ icon, label, description, detail, event }: ReturnType<typeof foundRows>[number]): Item {
  const iconPath = new ThemeIcon(icon);
  return { label, description, ...(detail !== undefined && { detail }), iconPath, alwaysShow: true, event };
}
