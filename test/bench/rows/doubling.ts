import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import type { FamilyName } from '../generator/families';
import { logFile } from '../material';
import type { Opening } from '../opening';
import { alternate, median } from '../samples';
import { atMost, duration, ratio, type Section } from '../section';
import type { Scale } from './scale';

const FAMILIES: readonly FamilyName[] = ['plain', 'deep', 'wide', 'damaged'];
const { doubling } = budgets.time;

/** Whether a log of twice the size takes about twice the time, whatever is in it. */
export async function measureDoubling({ times, doublingSizes }: Scale): Promise<Section> {
  const rows: string[][] = [];
  for (const family of FAMILIES) rows.push(await doublingRow(family, doublingSizes, times));
  return {
    title: 'Twice the size',
    method:
      'The same work, cold, on logs of twice and four times the size. *Plain*: records as in the table above. *Deep*: each ' +
      'nests a thousand levels. *Wide*: each has a list of 2,000 objects and an object of 2,000 keys. *Damaged*: one of twenty has lost ' +
      'a comma, a quote, a brace, some characters or its end.',
    columns: ['family', ...doublingSizes.map((size) => `${size} MB`), 'a doubling costs', 'figure'],
    rows,
  };
}

async function doublingRow(family: FamilyName, sizes: readonly number[], times: number): Promise<string[]> {
  const files = await Promise.all(sizes.map((size) => logFile({ form: 'one-line', family }, size)));
  const measured = await alternate(
    Object.fromEntries(
      files.map((file) => [
        file,
        { times, run: async () => (await runProgram<Opening>('openProduct', { args: [file, '0'] })).result.coldMs },
      ]),
    ),
  );
  const middles = files.map((file) => median(measured[file] ?? []));
  const costs = middles.slice(1).map((ms, index) => ms / (middles[index] ?? Number.NaN));
  return [family, ...middles.map(duration), costs.map(ratio).join(', '), atMost(Math.max(...costs), doubling, '×')];
}
