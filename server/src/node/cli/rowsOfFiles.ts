import {
  type AddedNames,
  type Answered,
  ask,
  byText,
  type Evidence,
  everything,
  type Grounds,
  gatherEvidence,
  groundsOf,
  inquiryIds,
  type OwnData,
  type OwnTold,
  ownData,
  ownTold,
  type Sketch,
  sketchOf,
} from '../../core';
import type { ScannedFile } from '../../host/logFiles';
import { AnsweringRows } from './answeringRows';
import { lostIn } from './lostIn';

/** The answers to all questions, and which case the logs belong to. */
export interface AnsweredLogs {
  readonly answers: readonly Answered[];
  readonly sketch: () => Sketch;
  /** What WorkMail's own logs tell; undefined where there are none. */
  readonly own: OwnTold | undefined;
}

/** The rows of scanned files, which come in any order, until all are there and can be asked. */
export class RowsOfFiles {
  readonly #nameOf: (uri: string) => string;
  readonly #rankOf: (uri: string) => number;
  readonly #files: Pick<ScannedFile, 'uri' | 'stretches' | 'isFailure' | 'reasons' | 'lost'>[] = [];

  /**
   * @param nameOf how a file is called
   * @param rankOf files of a lower rank come first; files of one rank in the order of their uris
   */
  constructor(nameOf: (uri: string) => string, rankOf: (uri: string) => number) {
    this.#nameOf = nameOf;
    this.#rankOf = rankOf;
  }

  add({ uri, stretches, isFailure, reasons, lost = [] }: ScannedFile): void {
    if (stretches.length > 0) this.#files.push({ uri, stretches, isFailure, reasons, lost });
  }

  /** The answers to the questions that are asked of every log. @param added names beside those that the logs teach */
  answers(added: AddedNames): AnsweredLogs {
    const { grounds, evidence } = this.#grounds(added);
    const answers = inquiryIds.map((id) => ({ id, answer: ask(id, grounds) }));
    return { answers, sketch: () => sketchOf(evidence.mail), own: ownTold(grounds) };
  }

  /** What WorkMail's own logs hold; undefined where there are none. @param added names beside those that the logs teach */
  own(added: AddedNames): OwnData | undefined {
    const { grounds } = this.#grounds(added);
    const told = ownTold(grounds);
    if (told === undefined) return undefined;
    const { findings } = ask('mail-read', grounds);
    return ownData(
      told,
      findings.flatMap(({ reading }) => reading ?? []),
    );
  }

  #grounds(added: AddedNames): { readonly evidence: Evidence; readonly grounds: Grounds } {
    const files = this.#files
      .map((file) => ({ ...file, rank: this.#rankOf(file.uri) }))
      .sort((left, right) => left.rank - right.rank || byText(left.uri, right.uri));
    const rows = new AnsweringRows(everything);
    for (const [position, { uri, rank, stretches }] of files.entries())
      rows.add({ rank, position }, this.#nameOf(uri), stretches);
    const losses = files.flatMap((file) => {
      const why = lostIn(file);
      const name = this.#nameOf(file.uri);
      return why.length === 0 ? [] : { file: name, name, why };
    });
    const gathering = gatherEvidence({
      rows: rows.speaking(),
      repeats: rows.repeating(),
      logs: files.length,
      losses,
      added,
      seed: rows.seed,
    });
    for (let step = gathering.next(); ; step = gathering.next()) {
      if (step.done) return { evidence: step.value, grounds: groundsOf(step.value) };
    }
  }
}
