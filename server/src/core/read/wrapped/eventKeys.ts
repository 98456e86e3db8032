import { skipSpace } from '../characters';
import { closingQuote } from '../escapes';
import { namesAnEvent } from '../evidence';
import type { EventStart } from './eventStarts';
import { endsString } from './stringEnd';

/** What stands behind a key under which this text keeps its events, and where that ends as far as it was looked at. */
interface Keyed extends EventStart {
  readonly end: number;
}

/** Finds events whose own beginning is damaged by the keys that stand before the others of the same text. */
export class EventKeys {
  readonly #text: string;
  readonly #pattern: RegExp | undefined;
  #from = -1;
  #next: Keyed | undefined;

  /** @param keys that stand right before an event, or before the string that it fills */
  constructor(text: string, keys: Iterable<string>) {
    this.#text = text;
    const known = Array.from(keys, (key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    this.#pattern = known.length === 0 ? undefined : new RegExp(`"(?:${known.join('|')})"\\s*:\\s*(["{])`, 'g');
  }

  /** The first event behind such a key whose content begins at or behind `from`. */
  next(from: number): Keyed | undefined {
    const pattern = this.#pattern;
    if (pattern === undefined) return undefined;
    const isKnown = this.#from >= 0 && from >= this.#from && (this.#next === undefined || this.#next.start >= from);
    if (isKnown) return this.#next;
    this.#from = from;
    this.#next = undefined;
    pattern.lastIndex = from;
    for (let found = pattern.exec(this.#text); found !== null; found = pattern.exec(this.#text)) {
      const isText = found[1] === '"';
      const start = isText ? pattern.lastIndex : pattern.lastIndex - 1;
      const end = contentEnd(this.#text, start, isText);
      if (!namesAnEvent(this.#text.slice(start, end))) continue;
      const begin = skipSpace(this.#text, start, this.#text.length);
      this.#next = { start: begin, end, level: isText ? 1 : 0, fills: isText };
      break;
    }
    return this.#next;
  }
}

/** As much of an event is looked at to see that it is one. */
const LOOKED_THROUGH = 2000;

function contentEnd(text: string, start: number, isText: boolean): number {
  const near = Math.min(text.length, start + LOOKED_THROUGH);
  const quote = isText ? closingQuote(text, start, near) : -1;
  return quote >= 0 && endsString(text, quote) ? quote : near;
}
