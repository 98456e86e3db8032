import {
  type Answered,
  ask,
  type Evidence,
  groundsOf,
  inquiryIds,
  type OwnTold,
  ownTold,
  type Sketch,
  sketchOf,
  unnamedIds,
} from '../core/index';
import { cancelled, drain, type Stoppable } from '../host/cooperate';
import type { Platform } from '../host/platform';
import type { AddedLists } from '../places/addedLists';
import { gatherMerged } from './gatherMerged';
import type { MergedEvents } from './mergedEvents';

/** All answers, and what tells the case that they are about. */
export interface AnsweredAll {
  readonly answers: readonly Answered[];
  /** What they are made of. */
  readonly evidence: Evidence;
  /** See `sketchOf`. */
  readonly sketch: Sketch;
  /** What WorkMail's own logs tell; undefined where there are none. */
  readonly own: OwnTold | undefined;
  /** See `unnamedIds`. */
  readonly unnamed: readonly string[];
}

/** What is answered to the questions that are asked of every log, for whoever wants it. Answers are kept as long as their events are. */
export class AllAnswers {
  readonly #names: Pick<AddedLists, 'names'>;
  readonly #platform: Platform;
  readonly #seed = Math.floor(Math.random() * 2 ** 32);
  readonly #known = new WeakMap<MergedEvents, AnsweredAll>();

  constructor(names: Pick<AddedLists, 'names'>, platform: Platform) {
    this.#names = names;
    this.#platform = platform;
  }

  /**
   * Acts have the positions of logs as `merged` has them.
   *
   * @throws ResponseError when it was called off
   */
  async of(merged: MergedEvents, token: Stoppable): Promise<AnsweredAll> {
    const known = this.#known.get(merged);
    if (known !== undefined) return known;
    const answers = await drain(this.#answering(merged), this.#platform, token, () => undefined);
    if (answers === undefined) throw cancelled();
    this.#known.set(merged, answers);
    return answers;
  }

  /** Yields between chunks, and between questions. */
  *#answering(merged: MergedEvents): Generator<void, AnsweredAll> {
    const evidence = yield* gatherMerged(merged, this.#names.names, this.#seed);
    const grounds = groundsOf(evidence);
    const answers: Answered[] = [];
    for (const id of inquiryIds) {
      answers.push({ id, answer: ask(id, grounds) });
      yield;
    }
    return {
      answers,
      evidence,
      own: ownTold(grounds),
      sketch: sketchOf(evidence.mail),
      unnamed: unnamedIds(answers, evidence.entities),
    };
  }
}
