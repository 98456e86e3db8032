import { type Blows, FAMILIES, type Material } from './damageFamilies';
import { hostileEvents } from './hostileEvents';
import { LOG_FORMS } from './logForms';
import { brokenJson, type ReadLog, readLog } from './readLog';
import { brokenLaws } from './recoveryLaws';
import { SeededNumbers } from './seededNumbers';

/** A damage by which a law was broken. */
export interface Broken {
  readonly family: string;
  readonly laws: readonly string[];
  readonly log: string;
  readonly blows: Blows;
}

/** What a run of many damages has found, by family. */
export interface RunTable {
  readonly rows: ReadonlyMap<string, { readonly damages: number; readonly broken: number }>;
  readonly broken: readonly Broken[];
}

const RECORDS = 3;
const LOGS_PER_FORM = 8;
/** More failures than this say nothing that the first do not. */
const MOST_KEPT = 20;

/** Logs of every form in which CloudTrail's own are met, all of them whole. */
export function hostileLogs(): ReadonlyMap<string, readonly ReadLog[]> {
  const logs = new Map<string, ReadLog[]>();
  for (const [name, form] of Object.entries(LOG_FORMS)) {
    const own: ReadLog[] = [];
    for (let seed = 1; seed <= LOGS_PER_FORM; seed++) {
      const log = readLog(form.write(hostileEvents(seed, RECORDS)));
      if (log.records.length !== RECORDS || brokenJson(log).length > 0)
        throw new Error(`${name} ${seed} is not whole.`);
      own.push(log);
    }
    logs.set(name, own);
  }
  return logs;
}

/**
 * Damages logs and holds each reading against the laws. The same seed makes the same damages.
 *
 * @param families names of `FAMILIES`, each damaged as often as the others
 */
export function runDamages(seed: number, damages: number, families: readonly string[]): RunTable {
  const logs = hostileLogs();
  const all = [...logs.values()].flat();
  const rows = new Map<string, { damages: number; broken: number }>();
  const broken: Broken[] = [];
  // What JSON.parse says of damaged text is thrown away, and so need not be traced.
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    for (let index = 0; index < damages; index++) {
      const family = families[index % families.length] ?? '';
      const numbers = new SeededNumbers(seed * 10_000_000 + index);
      const { log, blows } = damageOf(family, numbers, logs, all);
      const laws = brokenLaws(log, blows);
      const row = rows.get(family) ?? { damages: 0, broken: 0 };
      rows.set(family, row);
      row.damages++;
      if (laws.length === 0) continue;
      row.broken++;
      if (broken.length < MOST_KEPT) broken.push({ family, laws, log: log.text, blows });
    }
  } finally {
    Error.stackTraceLimit = before;
  }
  return { rows, broken };
}

function damageOf(
  family: string,
  numbers: SeededNumbers,
  logs: ReadonlyMap<string, readonly ReadLog[]>,
  all: readonly ReadLog[],
): { readonly log: ReadLog; readonly blows: Blows } {
  const alike = logs.get(numbers.one([...logs.keys()])) ?? all;
  const log = numbers.one(alike);
  // A piece of a log of another form fits worse, which is worth a try as well.
  const other = numbers.share() < 0.7 ? numbers.one(alike) : numbers.one(all);
  const material: Material = { log, other, numbers };
  const blows = FAMILIES[family]?.(material);
  if (blows === undefined) throw new Error(`There is no family ${family}.`);
  return { log, blows };
}

/** The table of a run, for people. */
export function shownTable({ rows }: RunTable): string {
  return [...rows].map(([family, row]) => `${family}: ${row.damages} damages, ${row.broken} broken`).join('\n');
}
