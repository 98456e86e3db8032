import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import type { QuestionKind } from '../follow/questions';
import { treeFolder } from '../material';
import type { Followed } from '../programs/followProduct';
import { median, percentile } from '../samples';
import { atMost, duration, type Section } from '../section';
import type { Scale } from './scale';

const { questionMs } = budgets.time.follow;
const { indexBytesOfRow } = budgets.memory.follow;
const QUESTIONS = 100;
const FILES_OF_FIGURES = 21_234;
/** Of WorkMail among the records. */
export const SHARE = 0.05;

/** Kinds of questions, in the order of the table, and what each is called. */
const ASKED: Readonly<Record<QuestionKind, string>> = {
  hover: 'hover on a name',
  definition: 'go to definition of a name',
  references: 'references to a name, the first 1,000',
  symbols: 'workspace symbols, the first 200',
  filter: 'the tree filtered by a name, a page of groups',
  regroup: 'the tree regrouped, a page of groups',
  completion: 'completion in a question',
  inDocument: 'completion in a log',
};

/** What somebody asks of many events, over the server's standard streams. */
export async function measureFollow({ followFiles }: Scale): Promise<Section> {
  const { folder, records, workMailRecords } = await treeFolder(followFiles, SHARE);
  const rows: string[][] = [];
  for (const kind of Object.keys(ASKED) as QuestionKind[]) {
    const ask = async (when: string): Promise<Followed> =>
      (await runProgram<Followed>('followProduct', { args: [folder, kind, `${QUESTIONS}`, when] })).result;
    const [atOnce, atRest] = [await ask('at-once'), await ask('at-rest')];
    const late = percentile(atRest.otherMs, 0.95);
    const figure = (value: number, most: number, unit: string): string =>
      followFiles === FILES_OF_FIGURES ? atMost(value, most, unit) : '–';
    const held = Math.round(atOnce.heldBytes / records);
    const isOfNames = ['hover', 'definition', 'references', 'filter'].includes(kind);
    rows.push([
      ASKED[kind],
      cost(atOnce.firstMs, atOnce.firstCpuMs),
      cost(atRest.firstMs, atRest.firstCpuMs),
      cost(median(atRest.otherMs), median(atRest.otherCpuMs)),
      cost(late, percentile(atRest.otherCpuMs, 0.95)),
      figure(late, questionMs[kind], ' ms'),
      `${held} bytes`,
      isOfNames ? figure(held, indexBytesOfRow, '') : '–',
    ]);
  }
  return {
    title: 'Follow a name through a folder',
    method:
      `A folder of ${records.toLocaleString('en')} records of all services, ${workMailRecords.toLocaleString('en')} of them WorkMail’s, is inspected by the real server; ` +
      'beside it a log is open with some records of each of 400 of its files. Then questions are asked over the standard streams, each kind in processes of its own, ' +
      `${QUESTIONS} different ones, none twice: access keys, addresses, ARNs and ids of WorkMail by turns. *At once*: the first question when the folder has only just been read. ` +
      '*At rest*: the first one after the server has prepared itself for questions and does nothing more; then median and 95 % of the other ones. Every time with the processor time of the server behind it, ' +
      'since other work on the machine makes the first longer and the second hardly. *Held*: what the JavaScript heap and its buffers hold after the questions and what was prepared for them, less what they held when the folder had been read, a record.',
    columns: ['question', 'first, at once', 'first, at rest', 'then, median', '95 %', 'figure', 'held', 'figure'],
    rows,
  };
}

/** How long something took, with the processor time of it. */
export function cost(ms: number, cpuMs: number): string {
  return Number.isNaN(cpuMs) ? duration(ms) : `${duration(ms)} (${duration(cpuMs)})`;
}
