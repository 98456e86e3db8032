import { Picker, type Question, type Stretch, Stretches } from '../../core';
import type { FileStretch } from '../../host/logFiles';

/** Picks of the rows of one file after the other those that answer a question. */
export class AnsweringStretches {
  readonly #picker: Picker;
  /** Of the log that is asked. */
  #asked: { readonly file: string; readonly stretches: Stretches } = { file: '', stretches: new Stretches() };

  constructor(question: Question) {
    this.#picker = new Picker(question, (chunk, row) =>
      Object.assign(
        this.#asked.stretches.row(chunk, row, () => this.#asked.file),
        { raw: () => '' },
      ),
    );
  }

  /** Whether the question asks the text of records, which rows do not tell. */
  get readsRecords(): boolean {
    return this.#picker.readsRecords;
  }

  /** @param file the name of the log, as questions know it */
  pick(file: string, stretches: readonly FileStretch[]): readonly FileStretch[] {
    this.#asked = { file, stretches: new Stretches() };
    for (const stretch of stretches) this.#asked.stretches.add({ ...stretch, log: 0, base: 0 } satisfies Stretch);
    return stretches.flatMap((stretch) =>
      runsOf(stretch, this.#picker.pickAll(stretch.chunk, stretch.from, stretch.to)),
    );
  }
}

/** Some rows of a stretch, those that follow each other as one. */
function runsOf({ chunk, from: begin, index }: FileStretch, rows: Uint32Array): readonly FileStretch[] {
  const runs: FileStretch[] = [];
  for (let at = 0; at < rows.length; ) {
    const from = rows[at] ?? 0;
    let to = from + 1;
    for (at++; rows[at] === to; at++) to++;
    runs.push({ chunk, from, to, index: index + from - begin });
  }
  return runs;
}
