import { DistinctRows, type Question } from '../../core';
import { mayBePart } from '../../core/store/own/toldInPart';
import type { FileStretch, ScannedFile } from '../../host/logFiles';
import { AnsweringStretches } from './answeringStretches';

/** Where some of the rows that are written of a file lie. */
interface PlacedStretch extends FileStretch {
  readonly file: number;
  /** Of its first row among what is written of the file. */
  readonly position: number;
}

/**
 * Of records of WorkMail's own logs, those that another one speaks for: copies, and those that say a part of what the other says. It may stand
 * in any file, so that this is known when all of them are read.
 */
export class SilentRecords {
  readonly #answering: AnsweringStretches;
  readonly #seed: number;
  #files = 0;
  /** Files are written last that are read once more with what others tell of them: see `inTwoRounds`. */
  #readTwice: { readonly number: number; readonly stretches: readonly PlacedStretch[] }[] = [];
  #stretches: PlacedStretch[] = [];
  #silent: ReadonlyMap<number, ReadonlySet<number>> | undefined;

  /** @param seed see `DistinctRows` */
  constructor(question: Question, seed: number) {
    this.#answering = new AnsweringStretches(question);
    this.#seed = seed;
  }

  /**
   * Files come in any order.
   *
   * @param number its position among all of them
   * @param name as questions know it
   */
  add(number: number, name: string, { stretches, lacksNames, readWith }: ScannedFile): void {
    this.#files++;
    const answering = this.#answering.readsRecords ? stretches : this.#answering.pick(name, stretches);
    const placed: PlacedStretch[] = [];
    let position = 0;
    for (const stretch of answering) {
      // All else is told apart as it is written.
      if (holdsParts(stretch)) placed.push({ ...stretch, file: number, position });
      position += stretch.to - stretch.from;
    }
    if (lacksNames === true || readWith !== undefined) this.#readTwice.push({ number, stretches: placed });
    else this.#stretches.push(...placed);
  }

  /** When all files are added. @param position of a record among what is written of the file */
  has(file: number, position: number): boolean {
    this.#silent ??= this.#find();
    return this.#silent.get(file)?.has(position) === true;
  }

  #find(): ReadonlyMap<number, ReadonlySet<number>> {
    const last = this.#readTwice.sort((left, right) => left.number - right.number);
    const all = [
      ...this.#stretches.sort((left, right) => left.file - right.file || left.position - right.position),
      ...last.flatMap(({ stretches }, at) => stretches.map((each) => ({ ...each, file: this.#files + at }))),
    ];
    [this.#stretches, this.#readTwice] = [[], []];
    const distinct = new DistinctRows(this.#seed);
    for (const [log, stretch] of all.entries()) distinct.add({ ...stretch, log, base: 0 });
    const silent = new Map<number, Set<number>>();
    for (const { chunk, rows } of distinct.silent())
      for (const row of rows) {
        const { log, from } = distinct.stretches.holding(chunk, row);
        const of = all[log];
        if (of === undefined) continue;
        const known = silent.get(of.file) ?? new Set();
        known.add(of.position + row - from);
        silent.set(of.file, known);
      }
    return silent;
  }
}

function holdsParts({ chunk, from, to }: FileStretch): boolean {
  if (chunk.own.count === 0) return false;
  for (let row = from; row < to; row++) if (mayBePart(chunk, row)) return true;
  return false;
}
