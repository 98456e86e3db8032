import type { ReadMet } from '../scan/readMet';
import { AnsweringRows, type LogOrder } from './answeringRows';
import type { CommandContext } from './commandContext';
import type { Exporting } from './exportArguments';
import type { LogAgain } from './exportedEvents';
import { readRows } from './readRows';

/** Rows of all events that answer, and how their logs are read again. */
export interface RowsToExport {
  readonly rows: AnsweringRows;
  readonly logs: ReadonlyMap<LogOrder, LogAgain>;
  readonly isIncomplete: boolean;
}

/** Reads the rows of what is to be exported, and says what is wrong with files. */
export async function rowsToExport(
  { files, question, where, window, limits }: Exporting,
  around: CommandContext,
  readMet: ReadMet,
): Promise<RowsToExport> {
  const rows = new AnsweringRows(question);
  const logs = new Map<LogOrder, LogAgain>();
  const wanted = { files, limits, ...(window && { window }), ...(rows.asksTexts && { where }) };
  const isIncomplete = await readRows(wanted, around, readMet, ({ order, name, file, text }) => {
    if (file.stretches.length === 0) return;
    rows.add(order, name, file.stretches);
    logs.set(order, { name, text, orders: file.readWith });
  });
  return { rows, logs, isIncomplete };
}
