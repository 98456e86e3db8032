import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import { ownFolder } from '../material';
import type { OwnInSql } from '../programs/ownDuckDb';
import type { OwnFloor } from '../programs/ownFloor';
import type { OwnAsked } from '../programs/ownProduct';
import { median } from '../samples';
import { atLeast, atMost, duration, megabytesOf, ratio, type Section } from '../section';
import type { Scale } from './scale';

const { shareOfFloor, readMs, aheadOfDuckDb } = budgets.time.own;

/** WorkMail's own logs: rows of a folder of mailbox access logs, and who read what. */
export async function measureOwn({ times, ownFiles }: Scale): Promise<Section> {
  const { folder, records, bytes } = await ownFolder(ownFiles);
  const ran =
    <Result>(name: string) =>
    async (): Promise<Result> =>
      (await runProgram<Result>(name, { args: [folder] })).result;
  const [product, floor, sql]: [OwnAsked[], OwnFloor[], OwnInSql[]] = [[], [], []];
  // In turn, so that whatever else the machine does meets all of them.
  for (let time = 0; time < times; time++) {
    product.push(await ran<OwnAsked>('ownProduct')());
    floor.push(await ran<OwnFloor>('ownFloor')());
    sql.push(await ran<OwnInSql>('ownDuckDb')());
  }
  const reading = median(product.map(({ readProcessorMs }) => readProcessorMs));
  const inflating = median(floor.map(({ processorMs }) => processorMs));
  const asking = median(product.map(({ askProcessorMs }) => askProcessorMs));
  const together = median(product.map(({ readMs: read, gatherMs, askMs }) => read + gatherMs + askMs));
  const inSql = median(sql.map(({ ms }) => ms));
  return {
    title: "WorkMail's own logs: rows, and who read what in whose mailbox",
    method:
      `A folder of ${records.toLocaleString('en')} records of the mailbox access log, JSON Lines in ${ownFiles.toLocaleString('en')} files with gzip, ${megabytesOf(bytes)} inflated; median of ${times}. *Rows*: as the terminal reads them, ` +
      'the processor time of all threads, beside reading and inflating the same with Node’s zlib and nothing else. *Asked*: the processor time of the question over rows that are at hand. *From the files*: reading and asking together by the clock, ' +
      'beside DuckDB, which reads the same columns of the files and counts different messages, folders and attachments of each reader; it tells neither doors nor records.',
    columns: ['task', 'ours', 'beside it', 'ratio', 'figure'],
    rows: [
      [
        'rows, beside inflating',
        duration(reading),
        duration(inflating),
        (inflating / reading).toFixed(2),
        atLeast(inflating / reading, shareOfFloor),
      ],
      ['asked', duration(asking), '–', '–', atMost(asking, readMs, ' ms')],
      [
        'from the files, beside DuckDB',
        duration(together),
        duration(inSql),
        ratio(inSql / together),
        atLeast(inSql / together, aheadOfDuckDb, '×'),
      ],
    ],
  };
}
