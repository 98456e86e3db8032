import { once } from '../../../once';
import type { Entities } from '../../entities';
import { type EventFilter, matches } from '../../filter';
import { filterSegment, type ReportLinks, type ReportName } from '../../links';
import type { EventInLog } from '../../order';
import { placeNumber, placeNumberOf } from '../../placeNumber';
import { SameNumbers } from '../../sameNumbers';
import { type HandedEvent, handedEvent, isAct } from './handedEvent';
import { type HandedList, SameLists } from './handedLists';

/** The events that a report is on and what its numbers stand for, gathered while the report is written: so that nothing in it leads outside. */
export class Appendix {
  readonly #events: readonly EventInLog[];
  readonly #entities: Entities;
  readonly #fileOf: (event: EventInLog) => string;
  /** By key: the events of the report come first, in their order, then those of other services, as they are met. */
  readonly #handed: HandedEvent[];
  /** Lists that were asked for by the places of their events: long ones are told apart by numbers. */
  readonly #asked = new SameNumbers();
  /** Keys of acts by log and position, as far as they are known: most lists are of acts, each of which is asked for hundreds of times. */
  readonly #actKeys: number[][] = [];
  /** Keys of the events of the report by log and position. */
  readonly #byPlace: number[][] = [];
  /** Keys of others that have no eventID, by place. */
  readonly #othersByPlace = new Map<string, number>();
  readonly #byId = new Map<string, number>();
  /** Lists by what leads there; several may lead to one, which has the same events. */
  readonly #lists = new Map<string, HandedList>();
  readonly #sameLists = new SameLists();
  /** Keys of the events that name something, by kind and text. */
  readonly #naming = once(() => namingIn(this.#events));
  /** What makes out where a link leads, by how the link is written until then. */
  readonly #made = new Map<string, () => string | undefined>();

  /**
   * @param events as they happened, each once
   * @param fileOf how the log of an event is called
   */
  constructor(events: readonly EventInLog[], entities: Entities, fileOf: (event: EventInLog) => string) {
    this.#events = events;
    this.#entities = entities;
    this.#fileOf = fileOf;
    this.#handed = events.map((event) => handedEvent(event, fileOf(event)));
    events.forEach(({ log, facts }, key) => {
      rowOf(this.#byPlace, log)[facts.index] = key;
      const { eventID } = this.#handed[key] ?? facts;
      if (eventID !== '') this.#byId.set(eventID, key);
    });
  }

  /** Where they lead is made out when somebody writes them down: a report asks for many more links than it shows. */
  get links(): ReportLinks {
    return {
      event: (log, index) => leadingTo(this.#byPlace[log]?.[index]),
      selection: (filter, name, some) => this.#selection(filter, name, some),
      all: (name) => this.#all(name),
      act: (act) => this.#later(`act ${this.#placeOf(act)}`, () => leadingTo(this.#keyOf(act))),
      events: (events, name) => {
        const { number } = this.#asked.of(placesOf(events));
        return this.#list(`events ${number}`, name, () => events.map((event) => this.#keyOf(event)));
      },
    };
  }

  /** Where a link leads in the page; undefined where to nothing. */
  resolve(href: string): string | undefined {
    const found = this.#made.get(href);
    return found === undefined ? href : found();
  }

  /** The events by key. */
  get handed(): readonly HandedEvent[] {
    return this.#handed;
  }

  get lists(): readonly HandedList[] {
    return this.#sameLists.all;
  }

  #placeOf(event: EventInLog): string {
    return `${isAct(event) ? event.row.file : event.log} ${event.facts.index}`;
  }

  #keyOf(event: EventInLog): number {
    if (!isAct(event)) return this.#byPlace[event.log]?.[event.facts.index] ?? this.#keyOfOther(event);
    const ofLog = rowOf(this.#actKeys, event.log);
    const { index } = event.row;
    const key = ofLog[index] ?? this.#keyOfOther(event);
    ofLog[index] = key;
    return key;
  }

  /** Of acts the logs are numbered in another way than those of the events of the report: both have an eventID in common. */
  #keyOfOther(event: EventInLog): number {
    const { eventID } = event.facts;
    return eventID === ''
      ? told(this.#othersByPlace, this.#placeOf(event), () => this.#handOver(event))
      : told(this.#byId, eventID, () => this.#handOver(event));
  }

  #handOver(event: EventInLog): number {
    return this.#handed.push(handedEvent(event, this.#fileOf(event))) - 1;
  }

  /** Records that repeat an event, and those of other services, are counted and not handed over. */
  #selection(filter: EventFilter, name: string, events: readonly EventInLog[] | undefined): string | undefined {
    if (filter.copies !== undefined || (filter.service ?? 'workmail') !== 'workmail') return undefined;
    return this.#list(`selection ${filterSegment(filter)}`, name, () =>
      events === undefined ? this.#keysWhere(filter) : events.map((event) => this.#keyOf(event)),
    );
  }

  #keysWhere(filter: EventFilter): readonly number[] {
    const keys: number[] = [];
    for (const [key, event] of this.#events.entries()) if (matches(filter, event, this.#entities)) keys.push(key);
    return keys;
  }

  #all({ kind, text }: ReportName): string {
    const what = `${kind} ${text}`;
    return this.#list(`all ${what}`, `events that name ${text}`, () => this.#naming().get(kind)?.get(text) ?? []);
  }

  /** The same list is made once, where the first link leads to it: mostly a key, its actor and its address stand for the same events. */
  #list(what: string, name: string, keysOf: () => readonly number[]): string {
    return this.#later(what, () => {
      const known = this.#lists.get(what);
      if (known !== undefined) return `#${known.id}`;
      const events = keysOf();
      // One event needs no list.
      if (events.length < 2) return leadingTo(events[0]);
      const list = this.#sameLists.of(events, name);
      this.#lists.set(what, list);
      return `#${list.id}`;
    });
  }

  #later(what: string, make: () => string | undefined): string {
    if (!this.#made.has(what)) this.#made.set(what, make);
    return what;
  }
}

/** Written one by one: of a million places that takes a fifth of what `from` takes, and pairs of places and events are as many things to be collected. */
function placesOf(events: readonly EventInLog[]): Float64Array {
  const places = new Float64Array(events.length);
  events.forEach((event, at) => {
    // Acts have numbers of their own for their logs.
    places[at] = isAct(event) ? placeNumberOf(event) : -1 - placeNumber(event.log, event.facts.index);
  });
  return places;
}

/** What a map holds under a key, made where it holds nothing yet. */
function told<Key>(known: Map<Key, number>, key: Key, make: () => number): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** What is kept of one log, by position among its records; made where nothing is yet. */
function rowOf(known: number[][], log: number): number[] {
  const ofLog = known[log] ?? [];
  known[log] = ofLog;
  return ofLog;
}

/** The id of an event in the page; a long report holds some hundred thousand of them. */
export function idOf(key: number): string {
  return `e${key + 1}`;
}

function leadingTo(key: number | undefined): string | undefined {
  return key === undefined ? undefined : `#${idOf(key)}`;
}

function namingIn(events: readonly EventInLog[]): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const accessKeys = new Map<string, number[]>();
  const addresses = new Map<string, number[]>();
  const named = new Map<string, number[]>();
  for (const [key, { facts }] of events.entries()) {
    put(accessKeys, facts.actor.accessKeyId ?? '', key);
    put(addresses, facts.sourceIPAddress, key);
    for (const { id } of facts.targets) put(named, id, key);
  }
  return new Map([
    ['key', accessKeys],
    ['address', addresses],
    ['thing', named],
  ]);
}

function put(found: Map<string, number[]>, text: string, key: number): void {
  const known = found.get(text);
  if (known === undefined) found.set(text, [key]);
  else if (known.at(-1) !== key) known.push(key);
}
