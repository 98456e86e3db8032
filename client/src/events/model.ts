import { type CancellationToken, type Disposable, EventEmitter, type TextEditor } from 'vscode';
import {
  type Answered,
  EventAtRequest,
  EventBesideRequest,
  EventDetailsRequest,
  type EventGroups,
  EventGroupsRequest,
  type EventItem,
  type EventPage,
  EventPageRequest,
  type EventPlace,
  type EventSort,
  type LikeEvent,
  LikeEventRequest,
  type QuestionHelp,
  QuestionRequest,
  type Services,
} from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';

/** How many events of one group are shown at once, and how many more each time the user asks. */
export const pageSize = 1000;

/** Whoever knows of events, and says when it knows something else. */
export type EventsSource = Pick<LogServer, 'ask' | 'isStarted' | 'onDidChangeLogs'>;

/** What the server knows about the events of logs and inspected places, as far as somebody looks at it. Knows no UI. */
export class EventsModel implements Disposable {
  readonly #server: EventsSource;
  /** How many events of a group the user has asked to see, by group key; absent: one page. */
  readonly #wanted = new Map<string, number>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #services: Services;
  #where: string | undefined;

  /** Everything shown has to be asked again. */
  readonly onDidChange = this.#changed.event;

  constructor(server: EventsSource, services: Services) {
    this.#server = server;
    this.#services = services;
    this.#subscription = server.onDidChangeLogs(() => this.#changed.fire());
  }

  get services(): Services {
    return this.#services;
  }

  show(services: Services): void {
    this.#services = services;
    this.#changed.fire();
  }

  /** The question that picks what is shown; undefined while all is. It stays while logs change. */
  get where(): string | undefined {
    return this.#where;
  }

  /** Shows the events that a question picks, or all of them for an empty one. */
  filter(question: string): void {
    const where = question.trim() === '' ? undefined : question.trim();
    if (where !== this.#where) {
      this.#where = where;
      // How far into a group somebody went says nothing of other events.
      this.#wanted.clear();
      this.#changed.fire();
    }
  }

  /** Undefined while nothing was opened yet that the server could know of. */
  async groups(): Promise<EventGroups | undefined> {
    return this.#server.isStarted ? this.#server.ask(EventGroupsRequest, this.#asked) : undefined;
  }

  /** The events of a group from the first to as many as the user asked for. */
  events(groupKey: string): Promise<EventPage | undefined> {
    return this.#server.ask(EventPageRequest, {
      groupKey,
      ...this.#asked,
      offset: 0,
      limit: this.#wanted.get(groupKey) ?? pageSize,
    });
  }

  /** Makes room for at least the given number of a group's events, in whole pages. True when that is more than before. */
  wantAtLeast(groupKey: string, count: number): boolean {
    const pages = Math.ceil(count / pageSize) * pageSize;
    if (pages <= (this.#wanted.get(groupKey) ?? pageSize)) {
      return false;
    }
    this.#wanted.set(groupKey, pages);
    return true;
  }

  showMore(groupKey: string): void {
    this.#wanted.set(groupKey, (this.#wanted.get(groupKey) ?? pageSize) + pageSize);
    this.#changed.fire();
  }

  /** Who, when, from where, what and with what outcome, in Markdown. */
  async details({ uri, index }: EventItem, token: CancellationToken): Promise<string | undefined> {
    const details = await this.#server.ask(EventDetailsRequest, { uri, index }, token);
    return details?.markdown;
  }

  /** The event that the cursor stands in. */
  async at({ document, selection }: TextEditor, token: CancellationToken): Promise<EventPlace | undefined> {
    const { line, character } = selection.active;
    const place = await this.#server.ask(
      EventAtRequest,
      { uri: document.uri.toString(), position: { line, character }, ...this.#asked },
      token,
    );
    return place ?? undefined;
  }

  /**
   * The next or the previous event of a sort among those that are shown, in the order they happened: from the cursor on where an
   * editor is given. Null when there is none; undefined while nothing was opened yet that the server could know of.
   */
  async beside(
    sort: EventSort,
    direction: 'next' | 'previous',
    editor: Pick<TextEditor, 'document' | 'selection'> | undefined,
  ): Promise<EventItem | null | undefined> {
    if (!this.#server.isStarted) {
      return undefined;
    }
    const { line, character } = editor?.selection.active ?? { line: 0, character: 0 };
    const from = editor && { uri: editor.document.uri.toString(), position: { line, character } };
    return this.#server.ask(EventBesideRequest, { sort, direction, ...(from && { from }), ...this.#asked });
  }

  /** What is wrong with a question that is being typed, and what may be written at a place of it (UTF-16, zero based). */
  help(text: string, offset: number, token?: CancellationToken): Promise<QuestionHelp | undefined> {
    return this.#server.ask(QuestionRequest, { text, offset }, token);
  }

  /** How many events of all services a question picks. */
  async answered(where: string, token: CancellationToken): Promise<Answered | undefined> {
    const groups = await this.#server.ask(EventGroupsRequest, { services: this.#services, where }, token);
    return groups?.answered;
  }

  /** What leads from an event to others like it. Null when the event is gone. */
  like({ uri, index }: EventItem): Promise<readonly LikeEvent[] | null | undefined> {
    return this.#server.ask(LikeEventRequest, { uri, index });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  get #asked(): { readonly services: Services; readonly where?: string } {
    return { services: this.#services, ...(this.#where !== undefined && { where: this.#where }) };
  }
}
