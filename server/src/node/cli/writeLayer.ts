import { findSequences, gatherEvidence, noAddedNames, Techniques } from '../../core';
import type { ReadMet } from '../scan/readMet';
import type { CommandContext } from './commandContext';
import { counted } from './counted';
import type { Exporting } from './exportArguments';
import type { ExportTarget, Written } from './exportTarget';
import { rowsToExport } from './rowsToExport';

/** Writes the techniques of ATT&CK that events may be steps of, as a layer of its Navigator. */
export async function writeLayer(
  asked: Exporting,
  around: CommandContext,
  readMet: ReadMet,
  target: ExportTarget,
): Promise<Written> {
  const { rows, logs, isIncomplete } = await rowsToExport(asked, around, readMet);
  const techniques = new Techniques();
  let events = 0;
  for (const { chunk, rows: picked } of rows.answering())
    for (const row of picked) {
      events++;
      techniques.add(rows.row(chunk, row));
    }
  const gathering = gatherEvidence({
    rows: rows.speaking(),
    repeats: rows.repeating(),
    logs: logs.size,
    losses: [],
    added: noAddedNames,
    seed: rows.seed,
  });
  let step = gathering.next();
  while (step.done !== true) step = gathering.next();
  for (const hit of findSequences(step.value)) techniques.addSequence(hit);
  await target.write(techniques.layer());
  return { what: `techniques of ${counted(events, 'event')}`, isIncomplete };
}
