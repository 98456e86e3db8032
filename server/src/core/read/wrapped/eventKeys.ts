import type { Container } from '../../record';
import { skipSpace } from '../characters';
import { closingQuote } from '../escapes';
import { type EventStart, namesAnEvent } from './eventStarts';
import { endsString } from './stringEnd';

/** Keys that hand events on as texts, for events whose own beginning is damaged. */
const STRING_KEYS: Partial<Readonly<Record<Container, string>>> = {
  'lookup-events': '"CloudTrailEvent"\\s*:\\s*',
  'cloudwatch-logs': '"message"\\s*:\\s*',
  'logs-subscription': '"message"\\s*:\\s*',
  'logs-insights': '"@message"\\s*(?:,\\s*"value"\\s*)?:\\s*',
  splunk: '"_raw"\\s*:\\s*',
  elastic: '"(?:event\\.)?original"\\s*:\\s*',
  eventbridge: '"detail"\\s*:\\s*',
  wazuh: '"aws"\\s*:\\s*',
};

/** What stands behind such a key, and where that ends as far as it was looked at. */
interface Keyed extends EventStart {
  readonly end: number;
}

export class Keys {
  readonly #text: string;
  readonly #pattern: RegExp | undefined;
  #from = -1;
  #next: Keyed | undefined;

  constructor(text: string, container: Container) {
    this.#text = text;
    const key = STRING_KEYS[container];
    this.#pattern = key === undefined ? undefined : new RegExp(`${key}(["{])`, 'g');
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
