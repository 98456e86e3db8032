import { programOf } from '../../../explain/program';
import type { Numbered } from './numbered';

/** What tells of a user agent in a column: its program and its number. Each is made out once, for many events have it. */
export class AgentTexts {
  readonly #agents: Numbered;
  readonly #texts = new Map<string, string>([['', '']]);

  constructor(agents: Numbered) {
    this.#agents = agents;
  }

  of(userAgent: string): string {
    const known = this.#texts.get(userAgent);
    if (known !== undefined) return known;
    const text = `${programOf(userAgent) ?? ownName(userAgent)} (${this.#agents.numberOf(userAgent)})`;
    this.#texts.set(userAgent, text);
    return text;
  }
}

/** UTF-16 units; a column is narrow, and the whole text stands in the list of user agents. */
const LONGEST_NAME = 30;

/** What a program that nothing is known of calls itself: programs that read mail name themselves before a stroke and their version. */
function ownName(userAgent: string): string {
  const name = /^[^/(]*/.exec(userAgent)?.[0].trim() ?? '';
  return name === '' || name.length > LONGEST_NAME ? 'User agent' : name;
}
