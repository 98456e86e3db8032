import { type CancellationToken, type Disposable, EventEmitter, type TextEditor } from 'vscode';
import {
  EventAtRequest,
  EventDetailsRequest,
  type EventGroups,
  EventGroupsRequest,
  type EventItem,
  type EventPage,
  EventPageRequest,
  type EventPlace,
  type Services,
} from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';

/** How many events of one group are shown at once, and how many more each time the user asks. */
export const pageSize = 1000;

/** What the server knows about the events of the open logs, as far as somebody looks at it. Knows no UI. */
export class EventsModel implements Disposable {
  readonly #server: LogServer;
  /** How many events of a group the user has asked to see, by group key; absent: one page. */
  readonly #wanted = new Map<string, number>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #services: Services;

  /** Everything shown has to be asked again. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LogServer, services: Services) {
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

  /** Undefined while nothing was opened yet that the server could know of. */
  async groups(): Promise<EventGroups | undefined> {
    return this.#server.isStarted ? this.#server.ask(EventGroupsRequest, { services: this.#services }) : undefined;
  }

  /** The events of a group from the first to as many as the user asked for. */
  events(groupKey: string): Promise<EventPage | undefined> {
    return this.#server.ask(EventPageRequest, {
      groupKey,
      services: this.#services,
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
      { uri: document.uri.toString(), position: { line, character }, services: this.#services },
      token,
    );
    return place ?? undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
