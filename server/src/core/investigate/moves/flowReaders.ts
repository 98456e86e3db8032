import type { Line } from './line';

const HOUR = 3_600_000;

/** Whoever fetches so many messages over hours, and nothing else, is a program. */
const MANY_FETCHED = 5;

/** Tells programs that the mail flow hands messages to. All that each does is looked through once, however many messages it fetches. */
export class FlowReaders {
  readonly #byWho: (whoNumber: number) => readonly Line[];
  readonly #known = new Map<number, boolean>();

  /** @param byWho lines of one who acts, as they happened; see `Line` */
  constructor(byWho: (whoNumber: number) => readonly Line[]) {
    this.#byWho = byWho;
  }

  /** Whether one who acts does nothing but fetch messages, again and again. */
  has(whoNumber: number): boolean {
    const known = this.#known.get(whoNumber) ?? isFlowReader(this.#byWho(whoNumber));
    this.#known.set(whoNumber, known);
    return known;
  }
}

function isFlowReader(lines: readonly Line[]): boolean {
  const [first, last] = [lines[0]?.at ?? 0, lines.at(-1)?.at ?? 0];
  return lines.length >= MANY_FETCHED && last - first >= HOUR && lines.every(isOfFlow);
}

function isOfFlow({ service }: Line): boolean {
  return service === 'workmailmessageflow';
}
