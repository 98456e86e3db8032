import { envelopeFields } from '../../../generated/envelopeFields';

/**
 * Where events stand inside other JSON: as objects, or inside strings, where the quotes of their first key tell how deep.
 * An event in a string begins `{\"eventVersion\"`; in a string of such a string `{\\\"eventVersion\\\"`.
 */
export interface EventStart {
  /** Of the event's brace. */
  readonly start: number;
  /** How many strings it stands in. */
  readonly level: Level;
  /** Whether it is the whole text of its string, or an object among others. */
  readonly fills: boolean;
}

export type Level = 0 | 1 | 2 | 3;

/** The backslashes before a quote of JSON that stands in so many strings. */
export const SLASHES: readonly string[] = ['', '\\', '\\\\\\', '\\\\\\\\\\\\\\'];

/** The quotes of a string at a level. */
export function quoteOf(level: number): string {
  return `${SLASHES[level] ?? ''}"`;
}

/** Fields of CloudTrail, and the one that Wazuh puts before them. */
const FIELDS = [...envelopeFields, 'log_info'].join('|');
const BEGINNING = `\\{(?:\\s|\\\\+[nrt])*(\\\\*)"(?:${FIELDS})\\1"\\s*:`;

/** Space between tokens; in a string also as an escape. */
const SPACE_BEFORE = /(?:\s|\\+[nrt])*$/;
const LOOKED_BACK = 400;

/** Finds events one after the other; each place is looked at once, however often it is asked for. */
export class EventStarts {
  readonly #text: string;
  readonly #pattern = new RegExp(BEGINNING, 'g');
  #from = -1;
  #next: EventStart | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first event that begins at or behind `from`. */
  next(from: number): EventStart | undefined {
    const isKnown = this.#from >= 0 && from >= this.#from && (this.#next === undefined || this.#next.start >= from);
    if (isKnown) return this.#next;
    this.#from = from;
    this.#pattern.lastIndex = from;
    for (let found = this.#pattern.exec(this.#text); found !== null; found = this.#pattern.exec(this.#text)) {
      const level = levelOf(found[1] ?? '');
      if (level !== undefined) {
        this.#next = { start: found.index, level, fills: level > 0 && followsQuote(this.#text, found.index, level) };
        return this.#next;
      }
      this.#pattern.lastIndex = found.index + 1;
    }
    this.#next = undefined;
    return undefined;
  }
}

function levelOf(slashes: string): Level | undefined {
  const level = SLASHES.indexOf(slashes);
  return level === 0 || level === 1 || level === 2 || level === 3 ? level : undefined;
}

/** What stands before an offset, without the space at its end. */
export function textBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - LOOKED_BACK), at).replace(SPACE_BEFORE, '');
}

function followsQuote(text: string, at: number, level: Level): boolean {
  const before = textBefore(text, at);
  const quote = quoteOf(level - 1);
  return before.endsWith(quote) && !before.endsWith(`\\${quote}`);
}

/** Names that a CloudTrail event always has several of, damaged or not. */
const TELLING = /event(?:Version|Source|Name|Time)|awsRegion|userIdentity|sourceIPAddress/g;

/** Whether a text very likely holds an event, as far as its names tell. */
export function namesAnEvent(text: string): boolean {
  return new Set(text.match(TELLING)).size >= 2;
}
