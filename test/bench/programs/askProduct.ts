import { ask, groundsOf, inquiryIds, replay } from '../../../server/src/core';
import { evidenceIn } from '../../../server/src/node/cli/evidenceIn';
import { asTheTerminalReads } from '../terminal';

/** How long questions took of a folder whose rows are at hand. */
export interface Asked {
  readonly events: number;
  readonly mail: number;
  readonly acts: number;
  /** Reading, and gathering the evidence. */
  readonly readMs: number;
  /** Of each question, in milliseconds: the first ones find what others rest on, too. */
  readonly each: Readonly<Record<string, number>>;
  readonly allMs: number;
  /** Until the whole history was replayed, and then until it was told how things were in the middle of it. */
  readonly stateMs: number;
  readonly stateAtMs: number;
}

// `askProduct FOLDER`: reads a folder as the terminal does, and asks all questions.
async function main([folder = '']: readonly string[]): Promise<void> {
  const began = performance.now();
  const { evidence } = await evidenceIn(...asTheTerminalReads(folder));
  const readMs = performance.now() - began;
  const grounds = groundsOf(evidence);
  const each: Record<string, number> = {};
  const asking = performance.now();
  for (const id of inquiryIds) {
    const start = performance.now();
    ask(id, grounds);
    each[id] = performance.now() - start;
  }
  const answered = performance.now();
  const history = replay(evidence);
  const replayed = performance.now();
  history.at(((evidence.reach.from ?? 0) + (evidence.reach.to ?? 0)) / 2);
  const asked: Asked = {
    events: evidence.reach.events,
    mail: evidence.mail.length,
    acts: evidence.acts.length,
    readMs,
    each,
    allMs: answered - asking,
    stateMs: replayed - answered,
    stateAtMs: performance.now() - replayed,
  };
  console.log(JSON.stringify(asked));
}

main(process.argv.slice(2)).then(() => process.exit());
