import { readFileSync } from 'node:fs';
import { measurePeak } from './peak';

/** What came of opening a text. `kept` is everything that stays in memory as long as the log is open. */
export interface Opened {
  readonly kept: unknown;
  readonly records: number;
  readonly problems: number;
}

export interface Opening {
  readonly coldMs: number;
  /** Of the same process, after the first time. */
  readonly warmMs: readonly number[];
  readonly records: number;
  readonly problems: number;
  /** Most memory of the process while the log was opened the first time, beyond what it had with only the text loaded. */
  readonly peakBytes: number;
  /** What stays afterwards beside the text. */
  readonly keptBytes: number;
}

/** The body of a measuring program: `program FILE WARM_TIMES`. Prints an `Opening`. */
export async function measureOpening(open: (text: string) => Opened | Promise<Opened>): Promise<void> {
  const [file = '', warmTimes = '0'] = process.argv.slice(2);
  const text = readFileSync(file, 'utf8');
  const { value, ms, peakBytes, keptBytes } = await measurePeak(() => open(text));
  const { records, problems } = value;
  const warmMs: number[] = [];
  for (let time = 0; time < Number(warmTimes); time++) {
    const begin = performance.now();
    await open(text);
    warmMs.push(performance.now() - begin);
  }
  const opening: Opening = { coldMs: ms, warmMs, records, problems, peakBytes, keptBytes };
  console.log(JSON.stringify(opening));
}
