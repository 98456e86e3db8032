import { type Evidence, everything, gatherEvidence, type Loss, noAddedNames } from '../../core';
import type { ReadMet } from '../scan/readMet';
import { AnsweringRows, byOrder, type LogOrder } from './answeringRows';
import type { CommandContext } from './commandContext';
import { lostIn } from './lostIn';
import { readRows, type WantedRows } from './readRows';

/** The evidence of some places, and whether something that should have been read could not be. */
export interface EvidenceRead {
  readonly evidence: Evidence;
  readonly isIncomplete: boolean;
}

/** Reads all that was named on the command line as evidence; each event once. */
export async function evidenceIn(
  wanted: Omit<WantedRows, 'where'>,
  around: CommandContext,
  readMet: ReadMet,
  added = noAddedNames,
): Promise<EvidenceRead> {
  const rows = new AnsweringRows(everything);
  let logs = 0;
  const lost: { readonly order: LogOrder; readonly loss: Loss }[] = [];
  const isIncomplete = await readRows(wanted, around, readMet, ({ order, name, file }) => {
    if (file.stretches.length > 0) logs++;
    rows.add(order, name, file.stretches);
    const why = lostIn(file);
    if (why.length > 0) lost.push({ order, loss: { file: name, name, why } });
  });
  const losses = lost.sort((left, right) => byOrder(left.order, right.order)).map(({ loss }) => loss);
  const gathering = gatherEvidence({
    rows: rows.speaking(),
    repeats: rows.repeating(),
    logs,
    losses,
    added,
    seed: rows.seed,
  });
  for (let step = gathering.next(); ; step = gathering.next())
    if (step.done) return { evidence: step.value, isIncomplete };
}
