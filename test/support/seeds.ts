import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Damage, lostRecords } from './damage';
import { projectRoot } from './projectRoot';
import { brokenJson, readLog } from './readLog';

/** A whole log and a damage that once made a reader lose records which it did not touch. */
export interface Seed {
  readonly log: string;
  readonly damage: Damage;
}

const folder = (): string => path.join(projectRoot(), 'test', 'fixtures', 'seeds');

/** Every seed that was kept, by the name of its file. */
export function keptSeeds(): ReadonlyMap<string, Seed> {
  const files = existsSync(folder()) ? readdirSync(folder()).filter((file) => file.endsWith('.json')) : [];
  return new Map(files.sort().map((file) => [file, seedOf(readFileSync(path.join(folder(), file), 'utf8'))]));
}

/**
 * Keeps a seed, made as short as it can be, under a name for what was damaged. While a kept seed of that name still
 * fails, it stands for all that fail like it.
 *
 * @param form the form of the log
 * @returns the file, relative to the project
 */
export function keepSeed(form: string, seed: Seed): string {
  const { at, removed, inserted } = seed.damage;
  const codes = Array.from({ length: inserted.length }, (_, index) => inserted.charCodeAt(index).toString(16));
  const change = inserted === '' ? 'delete' : `${removed === 0 ? 'insert' : 'replace'}-${codes.join('-')}`;
  const name = `${form.replaceAll(/\W+/g, '-')}-${change}`;
  const known = keptSeeds().get(`${name}.json`);
  const stillFails = known !== undefined && lostRecords(readLog(known.log), known.damage).length > 0;
  const file = path.join(folder(), known === undefined || stillFails ? `${name}.json` : `${name}-at-${at}.json`);
  if (!stillFails) {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(file, `${JSON.stringify(shortened(seed), null, 2)}\n`);
  }
  return path.relative(projectRoot(), file);
}

/** The damage in its surroundings, for people. */
export function shownSeed({ log, damage }: Seed): string {
  const before = JSON.stringify(log.slice(Math.max(0, damage.at - 60), damage.at));
  const after = JSON.stringify(log.slice(damage.at, damage.at + 60));
  return `${JSON.stringify(damage)} between ${before} and ${after}`;
}

/** Leaves out of a log whatever records it can, as long as the damage still does what it did. */
function shortened(seed: Seed): Seed {
  let { log, damage } = seed;
  for (let index = readLog(log).records.length - 1; index >= 0; index--) {
    const records = readLog(log).records;
    const record = records[index];
    const from = records[index - 1]?.end ?? record?.start ?? 0;
    const to = index === 0 ? (records[1]?.start ?? 0) : (record?.end ?? 0);
    if (to <= from || (damage.at >= from && damage.at <= to)) continue;
    const shorter = log.slice(0, from) + log.slice(to);
    const moved = damage.at < from ? damage : { ...damage, at: damage.at - (to - from) };
    const whole = readLog(shorter);
    if (brokenJson(whole).length > 0 || lostRecords(whole, moved).length === 0) continue;
    log = shorter;
    damage = moved;
  }
  return { log, damage };
}

function seedOf(text: string): Seed {
  const { log, damage } = Object(JSON.parse(text));
  const { at, removed, inserted } = Object(damage);
  const isSeed = typeof log === 'string' && typeof at === 'number' && typeof inserted === 'string';
  if (!isSeed || (removed !== 0 && removed !== 1)) throw new Error(`Not a seed: ${text.slice(0, 80)}`);
  return { log, damage: { at, removed, inserted } };
}
