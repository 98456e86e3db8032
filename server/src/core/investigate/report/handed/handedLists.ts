/** Some of the events, at least two, as a list that a number leads to. */
export interface HandedList {
  readonly id: string;
  /** What they are, in words: each of what leads to these events; not escaped. */
  readonly names: readonly string[];
  /** Their keys. */
  readonly events: readonly number[];
}

/** Lists of a report in the order in which they are met, those with the same events as one. */
export class SameLists {
  readonly #all: (HandedList & { readonly names: string[] })[] = [];
  /** By how many events they have, and by their ends. */
  readonly #alike = new Map<string, (HandedList & { readonly names: string[] })[]>();

  /** The list of these events, which is called this as well. */
  of(events: readonly number[], name: string): HandedList {
    const ends = `${events.length} ${events[0]} ${events.at(-1)}`;
    const alike = this.#alike.get(ends) ?? [];
    const known = alike.find((list) => list.events.every((key, at) => key === events[at]));
    if (known !== undefined) {
      if (!known.names.includes(name)) known.names.push(name);
      return known;
    }
    const list = { id: `A${this.#all.length + 1}`, names: [name], events };
    this.#all.push(list);
    alike.push(list);
    this.#alike.set(ends, alike);
    return list;
  }

  get all(): readonly HandedList[] {
    return this.#all;
  }
}

/** What a list is called is a sentence of a finding here and there, which the report has already. UTF-16 units. */
const LONGEST_NAME = 140;

/** What a list is called, each name not longer than need be. */
export function listName({ names }: HandedList): string {
  return names.map(shortened).join('; ');
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '')}…` : name;
}
