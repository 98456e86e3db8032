import { FlatReader } from '../../server/src/extract/own/flatReader';
import { shippedModule } from './extractor';
import { flatLog } from './flatLogs';
import { FlatWays } from './flatWays';
import { SeededNumbers } from './seededNumbers';

/** What a run over many logs has found. */
export interface FlatTable {
  readonly logs: number;
  /** Logs that were taken, their rows, and those of them that were read as JSON. */
  readonly taken: number;
  readonly rows: number;
  readonly handedOver: number;
  /** Logs of which both ways do not say the same, the first few of them. */
  readonly different: readonly unknown[];
}

const MOST_KEPT = 3;
/** A reader learns names and texts; after so many logs another one begins. */
const LOGS_OF_READER = 500;

function newFlatReader(module = shippedModule()): FlatReader {
  const reader = FlatReader.of(module);
  if (reader === undefined) throw new Error('The flat reader can’t be instantiated.');
  return reader;
}

/** Reads so many random logs both ways. The same seed makes the same logs. */
export function runFlat(seed: number, count: number): FlatTable {
  const random = new SeededNumbers(seed);
  const module = shippedModule();
  const sums = { logs: 0, taken: 0, rows: 0, handedOver: 0 };
  const different: unknown[] = [];
  let ways = new FlatWays(newFlatReader(module));
  while (sums.logs < count) {
    if (++sums.logs % LOGS_OF_READER === 0) ways = new FlatWays(newFlatReader(module));
    const log = flatLog(random);
    const from = 1_772_350_000_000 + random.between(0, 50_000_000);
    const window = random.between(0, 4) === 0 ? { from, to: from + random.between(0, 50_000_000) } : undefined;
    const asked = { service: 'none', ...(window && { window }) };
    const compared = ways.compare(Buffer.from(log), asked);
    if (!compared.isTaken) continue;
    sums.taken++;
    sums.rows += compared.rows;
    sums.handedOver += compared.handedOver;
    if (compared.difference !== undefined && different.length < MOST_KEPT)
      different.push({ log, window, ...compared.difference });
  }
  return { ...sums, different };
}
