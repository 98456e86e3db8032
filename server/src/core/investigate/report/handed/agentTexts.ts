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
    const text = `${programOf(userAgent) ?? 'User agent'} (${this.#agents.numberOf(userAgent)})`;
    this.#texts.set(userAgent, text);
    return text;
  }
}
