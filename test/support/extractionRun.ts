import { BothWays } from './bothWays';
import { newExtractor, shippedModule } from './extractor';
import { RandomLogs } from './randomLogs';

/** What a run over many logs has found. */
export interface ExtractionTable {
  readonly logs: number;
  /** Logs that were taken, their rows, and those of them that were handed over. */
  readonly taken: number;
  readonly rows: number;
  readonly handedOver: number;
  /** Logs of which both ways do not say the same, the first few of them. */
  readonly different: readonly { readonly log: string; readonly differences: readonly string[] }[];
}

/** Bytes that are read at a time: as many as are asked for, and so few that edges lie everywhere. */
const AT_ONCE = [undefined, 64, 100, 192, 1000] as const;
const MOST_KEPT = 5;

/** Reads so many random logs both ways. The same seed makes the same logs. */
export function runExtractions(seed: number, count: number): ExtractionTable {
  const logs = new RandomLogs(seed);
  const module = shippedModule();
  const ways = AT_ONCE.map((atOnce) => new BothWays(newExtractor(atOnce, module)));
  const sums = { logs: 0, taken: 0, rows: 0, handedOver: 0 };
  const different: { log: string; differences: readonly string[] }[] = [];
  for (const before = Error.stackTraceLimit; sums.logs < count; Error.stackTraceLimit = before) {
    // What JSON.parse says of damaged text is thrown away, and so need not be traced.
    Error.stackTraceLimit = 0;
    const log = logs.next();
    const compared = ways[sums.logs++ % ways.length]?.compare(log);
    if (compared === undefined) continue;
    if (compared.surprise === undefined) sums.taken++;
    sums.rows += compared.rows;
    sums.handedOver += compared.handedOver;
    if (compared.differences.length > 0 && different.length < MOST_KEPT) {
      different.push({ log, differences: compared.differences });
    }
  }
  return { ...sums, different };
}

/** The table of a run, for people. */
export function shownExtractions({ logs, taken, rows, handedOver, different }: ExtractionTable): string {
  const sums = `${logs} logs, ${taken} taken with ${rows} rows, of which ${handedOver} were handed over`;
  return [sums, ...different.map((each) => JSON.stringify(each))].join('\n');
}
