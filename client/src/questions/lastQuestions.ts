import type { Memento } from 'vscode';

const remembered = 'workmailTrail.lastQuestions';
const most = 10;

/** What was asked last in this workspace, newest first: questions as they were typed or chosen, and nothing else of a log. */
export class LastQuestions {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  all(): readonly string[] {
    const kept: unknown = this.#memento.get(remembered);
    return Array.isArray(kept) ? kept.filter((question) => typeof question === 'string').slice(0, most) : [];
  }

  /** Puts a question first; it is there once. */
  async add(question: string): Promise<void> {
    const others = this.all().filter((other) => other !== question);
    await this.#memento.update(remembered, [question, ...others].slice(0, most));
  }
}
