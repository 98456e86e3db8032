import { ask, type Evidence, everything, gatherEvidence, groundsOf, noAddedNames } from '../../../server/src/core';
import { AnsweringRows } from '../../../server/src/node/cli/answeringRows';
import { readRows } from '../../../server/src/node/cli/readRows';
import { highWaterMark } from '../peak';
import { asTheTerminalReads } from '../terminal';

/** How long it took to read the records of WorkMail's own logs and to say who read what, each with the time of all processors. */
export interface OwnAsked {
  readonly records: number;
  readonly readMs: number;
  readonly readProcessorMs: number;
  readonly gatherMs: number;
  readonly gatherProcessorMs: number;
  readonly askMs: number;
  readonly askProcessorMs: number;
  readonly sentence: string;
  readonly peakBytes: number;
}

// `ownProduct FOLDER`: reads a folder of WorkMail's own logs as the terminal does, and asks who read mail.
async function main([folder = '']: readonly string[]): Promise<void> {
  const rows = new AnsweringRows(everything);
  let logs = 0;
  let records = 0;
  const before = process.cpuUsage();
  const began = performance.now();
  await readRows(...asTheTerminalReads(folder), ({ order, name, file }) => {
    if (file.stretches.length > 0) logs++;
    for (const { from, to } of file.stretches) records += to - from;
    rows.add(order, name, file.stretches);
  });
  const readMs = performance.now() - began;
  const readProcessorMs = processorMs(before);
  const gatheringFrom = process.cpuUsage();
  const gathering = gatherEvidence({
    rows: rows.speaking(),
    repeats: rows.repeating(),
    logs,
    losses: [],
    added: noAddedNames,
    seed: rows.seed,
  });
  let evidence: Evidence | undefined;
  for (let step = gathering.next(); evidence === undefined; step = gathering.next())
    if (step.done) evidence = step.value;
  const grounds = groundsOf(evidence);
  const gatherMs = performance.now() - began - readMs;
  const gatherProcessorMs = processorMs(gatheringFrom);
  const asking = process.cpuUsage();
  const asked = performance.now();
  const { sentence } = ask('mail-read', grounds);
  const told: OwnAsked = {
    records,
    readMs,
    readProcessorMs,
    gatherMs,
    gatherProcessorMs,
    askMs: performance.now() - asked,
    askProcessorMs: processorMs(asking),
    sentence,
    peakBytes: highWaterMark(),
  };
  console.log(JSON.stringify(told));
}

function processorMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

main(process.argv.slice(2)).then(() => process.exit());
