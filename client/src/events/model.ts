import { type CancellationToken, type Disposable, EventEmitter, type TextEditor } from 'vscode';
import {
  type Answered,
  type AskedEvents,
  type CopiedAs,
  CopyEventsRequest,
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
  ExportEventsRequest,
  type ExportedAs,
  type GroupField,
  type LikeEvent,
  LikeEventRequest,
  NarrowedQuestionRequest,
  type QuestionHelp,
  QuestionRequest,
  type Services,
} from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import { isUsual } from './groupWords';

/** How many events or groups of one group are shown at once, and how many more each time the user asks. */
export const pageSize = 1000;

/** Whoever knows of events, and says when it knows something else. */
export type EventsSource = Pick<LogServer, 'ask' | 'isStarted' | 'onDidChangeLogs'>;

/** What of all events is shown, and how. */
export interface ShownEvents {
  readonly services: Services;
  readonly by: readonly GroupField[];
  /** The question that picks what is shown; undefined for everything. */
  readonly where: string | undefined;
}

/** What the server knows about the events of logs and inspected places, as far as somebody looks at it. Knows no UI. */
export class EventsModel implements Disposable {
  readonly #server: EventsSource;
  /** How much of a group the user has asked to see, by the path to it; absent: one page. */
  readonly #wanted = new Map<string, number>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #services: Services;
  #by: readonly GroupField[];
  #where: string | undefined;
  #isOfAnotherDay: boolean;

  /** Everything shown has to be asked again. */
  readonly onDidChange = this.#changed.event;

  /** @param shown what was shown when this workspace was last open */
  constructor(server: EventsSource, shown: ShownEvents) {
    this.#server = server;
    this.#services = shown.services;
    this.#by = shown.by;
    this.#where = shown.where;
    this.#isOfAnotherDay = shown.where !== undefined;
    this.#subscription = server.onDidChangeLogs(() => this.#changed.fire());
  }

  get services(): Services {
    return this.#services;
  }

  show(services: Services): void {
    this.#services = services;
    this.#changed.fire();
  }

  /** What events are grouped by, the outermost level first. */
  get by(): readonly GroupField[] {
    return this.#by;
  }

  group(by: readonly GroupField[]): void {
    this.#by = by;
    this.#wanted.clear();
    this.#changed.fire();
  }

  /** The question that picks what is shown; undefined while all is. It stays while logs change. */
  get where(): string | undefined {
    return this.#where;
  }

  /** Whether the question was asked when this workspace was last open, and nobody has asked it since. */
  get isOfAnotherDay(): boolean {
    return this.#isOfAnotherDay;
  }

  /** Shows the events that a question picks, or all of them for an empty one. */
  filter(question: string): void {
    const where = question.trim() === '' ? undefined : question.trim();
    this.#isOfAnotherDay = false;
    if (where !== this.#where) {
      this.#where = where;
      // How far into a group somebody went says nothing of other events.
      this.#wanted.clear();
      this.#changed.fire();
    }
  }

  /** Undefined while nothing was opened yet that the server could know of. */
  async groups(): Promise<EventGroups | undefined> {
    const asked = { ...this.#asked, limit: this.#wantedOf([]) };
    return this.#server.isStarted ? this.#server.ask(EventGroupsRequest, asked) : undefined;
  }

  /** What a group holds, groups or events, from the first to as many as the user asked for. @param path of keys that leads to it */
  page(path: readonly string[]): Promise<EventPage | undefined> {
    return this.#server.ask(EventPageRequest, { path, ...this.#asked, offset: 0, limit: this.#wantedOf(path) });
  }

  /** Makes room for at least the given number of what a group holds, in whole pages. True when that is more than before. */
  wantAtLeast(path: readonly string[], count: number): boolean {
    const pages = Math.ceil(count / pageSize) * pageSize;
    if (pages <= this.#wantedOf(path)) {
      return false;
    }
    this.#wanted.set(JSON.stringify(path), pages);
    return true;
  }

  showMore(path: readonly string[]): void {
    this.#wanted.set(JSON.stringify(path), this.#wantedOf(path) + pageSize);
    this.#changed.fire();
  }

  /** Events as text to be pasted. */
  copied(
    events: readonly Pick<EventItem, 'uri' | 'index'>[],
    as: CopiedAs,
  ): Promise<{ readonly text: string; readonly missing: number } | undefined> {
    const places = events.map(({ uri, index }) => ({ uri, index }));
    return this.#server.ask(CopyEventsRequest, { events: places, as });
  }

  /** Some events of a group that holds no groups. @param path of keys that leads to it */
  eventsOf(
    path: readonly string[],
    offset: number,
    limit: number,
    token: CancellationToken,
  ): Promise<EventPage | undefined> {
    return this.#server.ask(EventPageRequest, { path, ...this.#asked, offset, limit }, token);
  }

  /** Events as lines of a file. @param isFirst nothing was written before */
  exported(
    events: readonly Pick<EventItem, 'uri' | 'index'>[],
    format: ExportedAs,
    isFirst: boolean,
    token: CancellationToken,
  ): Promise<{ readonly text: string; readonly missing: number } | undefined> {
    const places = events.map(({ uri, index }) => ({ uri, index }));
    return this.#server.ask(ExportEventsRequest, { events: places, format, isFirst }, token);
  }

  /** The question of the tree with another one beside it, or without what that one picks. */
  narrowed(more: string, isLeftOut: boolean): Promise<string | undefined> {
    return this.#server.ask(NarrowedQuestionRequest, { where: this.#where ?? '', more, isLeftOut });
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
    const asked = { services: this.#services, where, limit: 0 };
    const groups = await this.#server.ask(EventGroupsRequest, asked, token);
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

  #wantedOf(path: readonly string[]): number {
    return this.#wanted.get(JSON.stringify(path)) ?? pageSize;
  }

  get #asked(): AskedEvents {
    return {
      services: this.#services,
      ...(this.#where !== undefined && { where: this.#where }),
      ...(!isUsual(this.#by) && { by: this.#by }),
    };
  }
}
