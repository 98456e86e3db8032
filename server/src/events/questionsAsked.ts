import type { CancellationToken } from 'vscode-languageserver';
import type { Question } from '../core/index';
import { cancelled, drain } from '../host/cooperate';
import type { Platform } from '../host/platform';
import type { Turns } from '../host/turns';
import type { MergedEvents, Picked } from './mergedEvents';
import { type PickedInChunk, pickInChunks, pickRows } from './pickRows';
import type { Picks, RowsTogether } from './rowsTogether';

/** What was picked last of some events: who types, or looks at one page after another, asks the same again. */
interface LastPicks {
  readonly together: RowsTogether;
  readonly asked: string;
  readonly picks: Picks;
}

/** Questions asked of all events while nothing else is: what was picked last is kept. All throw a ResponseError when called off. */
export class QuestionsAsked {
  readonly #platform: Platform;
  readonly #turns: Turns;
  #picks: readonly LastPicks[] = [];
  /** What was made of picks is kept by what holds those of both sides. */
  #picked: readonly Picked[] = [];

  /** @param turns of all work on these events */
  constructor(platform: Platform, turns: Turns) {
    this.#platform = platform;
    this.#turns = turns;
  }

  /** The events that answer a question. @param asked the text of the question: what was found for it last is not looked for again */
  async picked(merged: MergedEvents, question: Question, asked: string, token: CancellationToken): Promise<Picked> {
    const [onDisk, open] = await this.#turns.during(async () => [
      await this.#picksOf(merged.onDisk, question, asked, token),
      await this.#picksOf(merged.open, question, asked, token),
    ]);
    const known = this.#picked.find((last) => last.open === open && last.onDisk === onDisk);
    const picked = known ?? { open, onDisk };
    this.#picked = [...this.#picked.filter((last) => last !== picked).slice(-1), picked];
    return picked;
  }

  /** The same, of which nothing is kept. */
  async pickedOnce(merged: MergedEvents, question: Question, token: CancellationToken): Promise<Picked> {
    const onDisk = await this.#pick(merged.onDisk, question, token);
    return { onDisk, open: await this.#pick(merged.open, question, token) };
  }

  /** Gives away what answers a question, a chunk of rows at a time. */
  async each(
    together: RowsTogether,
    question: Question,
    take: (picked: PickedInChunk) => void,
    token: CancellationToken,
  ): Promise<void> {
    const done = await this.#turns.during(() =>
      drain(pickInChunks(together, question, take), this.#platform, token, (waited) => waited),
    );
    if (done === undefined) throw cancelled();
  }

  async #picksOf(together: RowsTogether, question: Question, asked: string, token: CancellationToken): Promise<Picks> {
    const known = this.#picks.find((last) => last.together === together && last.asked === asked);
    if (known !== undefined) return known.picks;
    const picks = await this.#pick(together, question, token);
    // The tree asks one question, and the timeline the same without its stretch of time.
    const same = this.#picks.filter((last) => last.together === together);
    const others = this.#picks.filter((last) => last.together !== together);
    this.#picks = [...others.slice(-2), ...same.slice(-1), { together, asked, picks }];
    return picks;
  }

  async #pick(together: RowsTogether, question: Question, token: CancellationToken): Promise<Picks> {
    const picks = await this.#turns.during(() =>
      drain(pickRows(together, question), this.#platform, token, (waited) => waited),
    );
    if (picks === undefined) throw cancelled();
    return picks;
  }
}
