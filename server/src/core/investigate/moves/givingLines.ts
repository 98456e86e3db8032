import type { Line } from './line';

/** Lines that make users or give out keys, and those among who acts that they gave something to. */
export class GivingLines {
  readonly #giving: readonly Line[];
  /** What they make and name. */
  readonly #texts: ReadonlySet<string>;
  /** Of who was met, by ARN and by name of a user: a line of the last one. */
  readonly #met = new Map<string, Line>();

  /** @param lines as they happened */
  constructor(lines: readonly Line[]) {
    this.#giving = lines.filter(({ deed }) => deed === 'give');
    this.#texts = new Set(this.#giving.flatMap((line) => [...line.made, ...line.named]));
  }

  meet(line: Line): void {
    if (this.#texts.size === 0) return;
    const { who } = line;
    if (this.#texts.has(who)) this.#met.set(who, line);
    if (!who.includes(':user/')) return;
    const name = who.slice(who.lastIndexOf('/') + 1);
    if (this.#texts.has(name)) this.#met.set(name, line);
  }

  /** Lines that gave something to somebody who was met, as they happened. */
  *toKnown(): Generator<{ readonly line: Line; readonly to: Line }> {
    for (const line of this.#giving) {
      const given = [...line.made, ...line.named].find((text) => this.#met.has(text));
      const to = given === undefined ? undefined : this.#met.get(given);
      if (to !== undefined) yield { line, to };
    }
  }
}
