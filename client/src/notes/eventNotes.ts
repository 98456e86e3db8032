import { EventEmitter, type Memento } from 'vscode';
import type { EventItem } from '../../../server/src/wire/protocol';

const remembered = 'workmailTrail.eventNotes';

/** What somebody has written about an event, and what is needed to find the event again. */
export interface EventNote {
  readonly text: string;
  readonly uri: string;
  readonly index: number;
  /** Of the event, as the log has them; empty where it has none. Not escaped. */
  readonly eventTime: string;
  readonly eventName: string;
  readonly actor: string;
}

/** A note with the eventID that it is known by; empty where its place tells it. */
export interface KeptNote extends EventNote {
  readonly eventID: string;
}

/**
 * Notes on events, kept by VS Code for this workspace and never beside the evidence. A note is of the event, not of its place: it is
 * there in every log that holds the event. An event without an eventID is known by its place alone.
 */
export class EventNotes {
  readonly #memento: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly #notes: Map<string, EventNote>;

  readonly onDidChange = this.#changed.event;

  constructor(memento: Memento) {
    this.#memento = memento;
    this.#notes = new Map(Object.entries(memento.get(remembered) ?? {}).filter(isNote));
  }

  get size(): number {
    return this.#notes.size;
  }

  /** In the order of the events' times. */
  all(): readonly EventNote[] {
    const order = (one: EventNote, other: EventNote): number => (one.eventTime < other.eventTime ? -1 : 1);
    return Array.from(this.#notes.values()).sort(order);
  }

  of(item: EventItem): string | undefined {
    return this.#notes.get(keyOf(item))?.text;
  }

  /** All of them, each with the eventID that it is known by; empty where its place tells it. */
  kept(): readonly KeptNote[] {
    return Array.from(this.#notes, ([key, note]) => ({ ...note, eventID: key === placeKey(note) ? '' : key }));
  }

  /** Adds notes that were written elsewhere. What is written here stays. @returns how many events have another note here */
  async take(notes: readonly KeptNote[]): Promise<number> {
    let others = 0;
    for (const { eventID, ...note } of notes) {
      const key = eventID === '' ? placeKey(note) : eventID;
      const own = this.#notes.get(key);
      if (own === undefined) this.#notes.set(key, note);
      else if (own.text !== note.text) others += 1;
    }
    await this.#keep();
    return others;
  }

  /** An empty text takes the note away. */
  async write(item: EventItem, text: string): Promise<void> {
    const { uri, index, eventTime = '', eventName, actor } = item;
    if (text.trim() === '') {
      this.#notes.delete(keyOf(item));
    } else {
      this.#notes.set(keyOf(item), { text: text.trim(), uri, index, eventTime, eventName, actor });
    }
    await this.#keep();
  }

  async #keep(): Promise<void> {
    this.#changed.fire();
    await this.#memento.update(remembered, Object.fromEntries(this.#notes));
  }
}

function keyOf(item: EventItem): string {
  return item.eventID === '' ? placeKey(item) : item.eventID;
}

function placeKey({ index, uri }: Pick<EventNote, 'index' | 'uri'>): string {
  return `${index} ${uri}`;
}

function isNote(entry: [string, unknown]): entry is [string, EventNote] {
  const [, note] = entry;
  if (typeof note !== 'object' || note === null) return false;
  const texts = ['text', 'uri', 'eventTime', 'eventName', 'actor'];
  return (
    texts.every((part) => typeof Reflect.get(note, part) === 'string') && Number.isInteger(Reflect.get(note, 'index'))
  );
}
