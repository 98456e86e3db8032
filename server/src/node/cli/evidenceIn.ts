import { type Evidence, everything, gatherEvidence, noAddedNames } from '../../core';
import type { ReadMet } from '../scan/readMet';
import { AnsweringRows } from './answeringRows';
import type { CommandContext } from './commandContext';
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
  const isIncomplete = await readRows(wanted, around, readMet, ({ order, name, file }) => {
    if (file.stretches.length > 0) logs++;
    rows.add(order, name, file.stretches);
  });
  const gathering = gatherEvidence({ rows: rows.speaking(), repeats: rows.repeating(), logs, added, seed: rows.seed });
  for (let step = gathering.next(); ; step = gathering.next())
    if (step.done) return { evidence: step.value, isIncomplete };
}
