import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import type { FormName } from '../generator/forms';
import { logFile } from '../material';
import type { Opening } from '../opening';
import { alternate, median, spread } from '../samples';
import { atLeast, atMost, duration, percent, ratio, type Section } from '../section';
import type { Scale } from './scale';

const timesJsonParse: ReadonlyMap<string, number> = new Map(Object.entries(budgets.time.open.timesJsonParse));
const aheadOfService: ReadonlyMap<string, number> = new Map(Object.entries(budgets.time.open.aheadOfJsonService));
const { timesJsonParse: memoryLimit, indexBytesOfRecord } = budgets.memory.open;

const WARM_TIMES = 3;
/** In megabytes. */
const SIZE_OF_ONE_RECORD = 0.001;
const FORMS: readonly FormName[] = ['one-line', 'pretty'];
/** The service needs some gigabytes for a large log; everything else runs with Node's own limit. */
const ROOM_FOR_SERVICE = '--max-old-space-size=16000';

/** Opening a log until all its problems are known, beside JSON.parse and VS Code's JSON service. */
export async function measureOpen({ times, logSizes }: Scale): Promise<Section> {
  const rows: string[][] = [];
  const one = await logFile({ form: 'one-line', family: 'plain' }, SIZE_OF_ONE_RECORD);
  const { result: small } = await runProgram<Opening>('openProduct', { args: [one, '0'] });
  for (const size of logSizes) {
    for (const form of FORMS) rows.push(await openRow(size, form, times, small));
  }
  return {
    title: 'Open a log: until all problems are known and the index stands',
    method:
      'Everything the server does with a text that was opened, without its pauses for other work. *Cold*: once in a fresh ' +
      'process. *Warm*: median of three more in the same process. Beside `JSON.parse` of the same text, and beside ' +
      'vscode-json-languageservice (parse and `doValidation`) with one schema that says what ours say. *Peak memory*: the most the process ' +
      'held while it worked, less what it held with only the text loaded. *Index*: what stays on the JavaScript heap beside the text, a record, less what a log of one record leaves there (the words of ' +
      'the schemas, which do not grow).',
    columns: [
      'log',
      '`JSON.parse`',
      'cold',
      'figure',
      'warm',
      'ahead of the JSON service',
      'figure',
      'peak memory, beside `JSON.parse`',
      'figure',
      'index',
      'figure',
      'spread',
    ],
    rows,
  };
}

async function openRow(size: number, form: FormName, times: number, small: Opening): Promise<string[]> {
  const file = await logFile({ form, family: 'plain' }, size);
  const open = (name: string, warm: number, nodeFlags: string[] = []) => ({
    run: async () => (await runProgram<Opening>(name, { args: [file, `${warm}`], nodeFlags })).result,
  });
  const serviceTimes = size > 50 ? 1 : Math.min(3, times);
  const { product, parse, service } = await alternate({
    product: { times, ...open('openProduct', WARM_TIMES) },
    parse: { times, ...open('openParse', WARM_TIMES) },
    service: { times: serviceTimes, ...open('openService', 0, [ROOM_FOR_SERVICE]) },
  });
  const cold = (openings: readonly Opening[]): number => median(openings.map(({ coldMs }) => coldMs));
  const warm = (openings: readonly Opening[]): number => median(openings.flatMap(({ warmMs }) => warmMs));
  const peak = (openings: readonly Opening[]): number => median(openings.map(({ peakBytes }) => peakBytes));
  const slower = cold(product) / cold(parse);
  const ahead = cold(service) / cold(product);
  const memory = peak(product) / peak(parse);
  const index = median(
    product.map(({ keptBytes, records }) => (keptBytes - small.keptBytes) / (records - small.records)),
  );
  const limit = timesJsonParse.get(`${size}MB`);
  const aheadLimit = aheadOfService.get(`${size}MB`);
  return [
    `${size} MB, ${form}`,
    duration(cold(parse)),
    ratio(slower),
    limit === undefined ? '–' : atMost(slower, limit, '×'),
    ratio(warm(product) / warm(parse)),
    `${ratio(ahead)} (${serviceTimes === 1 ? 'once' : `${serviceTimes} times`})`,
    aheadLimit === undefined ? '–' : atLeast(ahead, aheadLimit, '×'),
    ratio(memory),
    atMost(memory, memoryLimit, '×'),
    `${Math.round(index)} bytes`,
    atMost(index, indexBytesOfRecord),
    percent(spread(product.map(({ coldMs }) => coldMs))),
  ];
}
