import budgets from '../../../budgets.json';
import { inquiryIds } from '../../../server/src/core';
import { inquiries } from '../../../server/src/generated/questions';
import { runProgram } from '../child';
import { treeFolder } from '../material';
import type { AskedInSql } from '../programs/askDuckDb';
import type { Asked } from '../programs/askProduct';
import { median } from '../samples';
import { atLeast, atMost, duration, ratio, type Section } from '../section';
import { SHARE } from './follow';
import type { Scale } from './scale';

const { allMs, oneMs, aheadOfDuckDb } = budgets.time.ask;
const TIMES = 3;

/** The questions that are asked of every log: ours, and SQL over a loaded table. */
export async function measureAsk({ followFiles }: Scale): Promise<Section> {
  const { folder, records, workMailRecords } = await treeFolder(followFiles, SHARE, true);
  const [own, theirs]: [Asked[], AskedInSql[]] = [[], []];
  for (let time = 0; time < TIMES; time++) {
    own.push((await runProgram<Asked>('askProduct', { args: [folder] })).result);
    theirs.push((await runProgram<AskedInSql>('askDuckDb', { args: [folder] })).result);
  }
  const rowOf = (title: string, ours: number, sql: number, figures: readonly string[]): readonly string[] => [
    title,
    duration(ours),
    Number.isNaN(sql) ? '–' : duration(sql),
    ratio(sql / ours),
    ...figures,
  ];
  const rows = inquiryIds.map((id) => {
    const ours = median(own.map(({ each }) => each[id] ?? Number.NaN));
    const sql = median(theirs.map(({ each }) => each[id] ?? Number.NaN));
    return rowOf(inquiries()[id].question, ours, sql, [atMost(Math.round(ours), oneMs, ' ms'), '–']);
  });
  const all = median(own.map((asked) => asked.allMs));
  const allInSql = median(theirs.map((asked) => asked.allMs));
  rows.push(
    rowOf('all together', all, allInSql, [
      atMost(Math.round(all), allMs, ' ms'),
      atLeast(allInSql / all, aheadOfDuckDb, '×'),
    ]),
    rowOf('before: reading', median(own.map(({ readMs }) => readMs)), median(theirs.map(({ loadMs }) => loadMs)), [
      '–',
      '–',
    ]),
    rowOf('how things are at the end', median(own.map(({ stateMs }) => stateMs)), Number.NaN, ['–', '–']),
    rowOf(
      'how things were at a moment, once that is known',
      median(own.map(({ stateAtMs }) => stateAtMs)),
      Number.NaN,
      [atMost(Math.round(median(own.map(({ stateAtMs }) => stateAtMs))), budgets.time.ask.stateAtMs, ' ms'), '–'],
    ),
  );
  return {
    title: 'What happened to our mail: twenty-five questions',
    method:
      `A folder of ${records.toLocaleString('en')} records of all services, ${workMailRecords.toLocaleString('en')} of them WorkMail’s, by some hundreds of callers a day; median of ${TIMES}. Ours: all questions in one thread, one after the other, over rows that are at hand; the first ` +
      'one that needs it finds moves to another mail system, sequences and doors for all that follow. DuckDB: a table in memory, all threads; what questions have in common is made once and counted in the sum. ' +
      'The SQL finds the events and counts them; it phrases, weighs and explains nothing, of the 27 sequences it looks for six, and of moves it only groups what was done.',
    columns: ['question', 'ours', 'DuckDB', 'ahead', 'figure', 'figure, ahead'],
    rows,
  };
}
