import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Blow, Blows } from './damageFamilies';
import { projectRoot } from './projectRoot';
import { readLog } from './readLog';
import { brokenLaws } from './recoveryLaws';
import type { Broken } from './recoveryRun';

/** A whole log, and blows by which a law was once broken. */
export interface RecoverySeed {
  readonly log: string;
  readonly blows: Blows;
}

const folder = (): string => path.join(projectRoot(), 'test', 'fixtures', 'recovery');

export function keptRecoverySeeds(): ReadonlyMap<string, RecoverySeed> {
  const files = existsSync(folder()) ? readdirSync(folder()).filter((file) => file.endsWith('.json')) : [];
  return new Map(
    files.sort().map((file) => {
      const { log, blows } = Object(JSON.parse(readFileSync(path.join(folder(), file), 'utf8')));
      if (typeof log !== 'string' || !Array.isArray(blows)) throw new Error(`${file} is no seed.`);
      return [file, { log, blows }];
    }),
  );
}

/**
 * Keeps a damage by which a law was broken, made as small as it can be.
 *
 * @returns the file, relative to the project
 */
export function keepRecoverySeed({ family, laws, log, blows }: Broken): string {
  const seed = smaller({ log, blows });
  const words = `${laws[0] ?? 'law'} ${family} ${seed.log.length}`;
  const file = path.join(folder(), `${words.replaceAll(/\W+/g, '-')}.json`);
  mkdirSync(folder(), { recursive: true });
  writeFileSync(file, `${JSON.stringify(seed, null, 2)}\n`);
  return path.relative(projectRoot(), file);
}

/** Takes away from what is put in, and from what is taken, as long as the same laws are broken. */
function smaller(seed: RecoverySeed): RecoverySeed {
  const log = readLog(seed.log);
  const wanted = brokenLaws(log, seed.blows).join();
  let { blows } = seed;
  for (let changed = true; changed; ) {
    changed = false;
    for (const candidate of smallerBlows(blows)) {
      if (brokenLaws(log, candidate).join() !== wanted) continue;
      blows = candidate;
      changed = true;
      break;
    }
  }
  return { log: seed.log, blows };
}

function* smallerBlows(blows: Blows): Generator<Blows> {
  for (const [index, blow] of blows.entries()) {
    const others = (instead: Blow): Blows => blows.map((each, at) => (at === index ? instead : each));
    if (blows.length > 1) yield blows.filter((_, at) => at !== index);
    if (blow.events !== undefined) continue;
    for (let part = Math.ceil(blow.text.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
      yield others({ ...blow, text: blow.text.slice(part) });
      yield others({ ...blow, text: blow.text.slice(0, -part) });
    }
    for (let part = Math.ceil((blow.end - blow.start) / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
      yield others({ ...blow, start: blow.start + part });
      yield others({ ...blow, end: blow.end - part });
    }
  }
}
