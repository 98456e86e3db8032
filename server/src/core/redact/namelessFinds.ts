import type { FieldOrder } from '../read/own/fieldOrder';
import type { HeldMessage } from '../read/own/heldMessages';
import { holderOf } from '../read/own/holderOf';
import { lackOrganization } from '../read/own/lacksOrganization';
import { DELIMITERS } from '../read/own/namelessLines';
import { holdsLines } from '../read/own/ownMessages';
import { cellsOfLine } from '../read/own/ownRow';
import { ownTableOf } from '../read/own/ownTable';
import { ORGANIZATION as ORGANIZATION_IN } from '../read/own/valueForm';
import { valuesBeside } from '../read/own/valuesBeside';
import type { Found } from './found';
import type { ValueFinds } from './valueFinds';

/** The ARN of an organization and nothing behind it that may be another value. */
const ORGANIZATION = /^arn:aws[a-z-]*:workmail:[a-z0-9-]*:\d{12}:organization\/[\w-]*$/;

/**
 * Lines of values of which nobody knows which field each is: a name among them has no form of its own, so each value is one of which nothing is
 * known, and gives way unless it is harmless.
 */
export class NamelessFinds {
  readonly #text: string;
  /** Lines of values in messages, if they stand in some. */
  readonly #held: readonly HeldMessage[] | undefined;
  /** The first of them that was not asked for. */
  #next = 0;
  readonly #delimiters: readonly string[];
  readonly #finds: ValueFinds;

  private constructor(
    text: string,
    orders: readonly FieldOrder[],
    finds: ValueFinds,
    held: readonly HeldMessage[] | undefined,
  ) {
    this.#text = text;
    this.#delimiters = [...new Set([...orders.flatMap(({ delimiter }) => delimiter ?? []), ...DELIMITERS])];
    this.#finds = finds;
    this.#held = held;
  }

  /** Undefined for a text without such lines. */
  static of(text: string, orders: readonly FieldOrder[], finds: ValueFinds): NamelessFinds | undefined {
    if (holdsLines(text, orders)) {
      const messages = Array.from(holderOf(text)?.messages() ?? []).filter(({ text: line }) => !/^[#{]/.test(line));
      return new NamelessFinds(text, orders, finds, messages);
    }
    if (ownTableOf(text, orders)?.nameless !== undefined) return new NamelessFinds(text, orders, finds, undefined);
    // They may stand between events of CloudTrail, too.
    const isAny = ORGANIZATION_IN.test(text) || orders.some(lackOrganization);
    const lines = isAny ? valuesBeside(text, orders).lines : [];
    const beside = lines.flatMap(({ start, end }) => {
      const line = text.slice(start, end);
      return line.startsWith('#') ? [] : { start, end, text: line, edits: [] };
    });
    return beside.length === 0 ? undefined : new NamelessFinds(text, orders, finds, beside);
  }

  /** What is replaced in a stretch of such lines that was not read as records: to be asked for in the order of the text. */
  between(from: number, to: number): readonly Found[] {
    return this.#held === undefined ? this.#linesBetween(from, to) : this.#heldBetween(this.#held, from, to);
  }

  /** In messages each of them is one value. */
  #heldBetween(held: readonly HeldMessage[], from: number, to: number): readonly Found[] {
    const found: Found[] = [];
    let behind = from;
    for (let message = held[this.#next]; message !== undefined && message.end <= to; message = held[++this.#next]) {
      const { start, end, text: original } = message;
      if (start < from) continue;
      found.push(...this.#finds.inRaw(this.#text, behind, start));
      found.push({ start, end, as: 'words', original });
      behind = end;
    }
    return [...found, ...this.#finds.inRaw(this.#text, behind, to)];
  }

  #linesBetween(from: number, to: number): readonly Found[] {
    const found: Found[] = [];
    for (const { 0: line, index } of this.#text.slice(from, to).matchAll(/[^\r\n]+/g)) {
      if (line.trim() !== '') found.push(...this.#inLine(line, from + index));
    }
    return found;
  }

  #inLine(line: string, base: number): readonly Found[] {
    if (line.startsWith('#')) return this.#finds.inRaw(this.#text, base, base + line.length);
    const all = this.#delimiters.map((delimiter) => cellsOfLine(line, delimiter));
    const cells = all.find((each) => each.some(({ text }) => ORGANIZATION.test(text)));
    if (cells === undefined) return [{ start: base, end: base + line.length, as: 'words', original: line }];
    return cells.flatMap(({ start, end, text }) => {
      const found = this.#finds.inValue('value', text);
      const isVerbatim = line.slice(start, end) === text;
      if (found.length === 0) return [];
      return isVerbatim
        ? found.map((each) => ({ ...each, start: base + start + each.start, end: base + start + each.end }))
        : [{ start: base + start, end: base + end, as: 'words' as const, original: text }];
    });
  }
}
