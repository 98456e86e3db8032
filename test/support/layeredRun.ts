import { aftermath, type Blows, FAMILIES, struck } from './damageFamilies';
import { someEvents } from './generatedRecords';
import { LAYER_WRITERS, type LayerWriter } from './layerWriters';
import { LOG_FORMS, type LogFormName } from './logForms';
import { nameOf, type ReadLog, readLog } from './readLog';
import { SeededNumbers } from './seededNumbers';

/** A damage of a log under a layer, after which an untouched event is not read as it was. */
export interface LostUnderLayer {
  /** With the seed, what makes it again. */
  readonly index: number;
  readonly family: string;
  readonly why: string;
  readonly text: string;
  readonly blows: Blows;
}

const FORMS: readonly LogFormName[] = ['JSON Lines', 'pretty', 'pretty, concatenated', 'pretty array'];
const EVENTS = 3;
const LOGS = 3;

/** Logs under a layer, as the tool takes them. */
function logsUnder({ write, takes }: LayerWriter): readonly ReadLog[] {
  const logs: ReadLog[] = [];
  for (const form of FORMS) {
    for (let seed = 1; seed <= LOGS; seed++) {
      const text = LOG_FORMS[form].write(someEvents(seed, EVENTS));
      if (takes !== undefined && !takes(text)) continue;
      const log = readLog(write(text));
      if (log.records.length !== EVENTS) throw new Error(`${form} ${seed} is not whole.`);
      logs.push(log);
    }
  }
  return logs;
}

/**
 * Damages logs under a layer, each family as often as the others: what was lost.
 *
 * @param name of a writer
 */
export function damagesUnder(name: string, seed: number, damages: number): readonly LostUnderLayer[] {
  const writer = LAYER_WRITERS[name];
  if (writer === undefined) throw new Error(`There is no writer ${name}.`);
  const logs = logsUnder(writer);
  const families = Object.keys(FAMILIES);
  const lost: LostUnderLayer[] = [];
  for (let index = 0; index < damages; index++) {
    const numbers = new SeededNumbers(seed * 1_000_000 + index);
    const family = families[index % families.length] ?? '';
    const log = numbers.one(logs);
    const blows = FAMILIES[family]?.({ log, other: numbers.one(logs), numbers }) ?? [];
    const why = complaint(log, blows);
    if (why !== undefined) lost.push({ index, family, why, text: log.text, blows });
  }
  return lost;
}

/** Why a reading is none of the struck log; undefined when every untouched event stands where it stood. */
function complaint(log: ReadLog, blows: Blows): string | undefined {
  const { untouched } = aftermath(log, blows);
  const after = readLog(struck(log.text, blows));
  const found = new Map(after.records.map((record) => [record.start, record]));
  if (after.outline.problems.filter((problem) => nameOf(problem) === 'layer').length > 1) return 'told twice';
  for (const { start, end, id } of untouched) {
    const again = found.get(start);
    if (again === undefined) return after.outline.container === 'none' ? 'unrecognised' : 'lost';
    if (again.malformed === 'syntax') return 'called malformed';
    if (again.end !== end || again.event?.eventID !== id) return 'another event';
  }
  return undefined;
}
