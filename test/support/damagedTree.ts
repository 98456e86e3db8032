/** Makes of a folder of made-up logs one as people have it: some logs lie there twice, in other forms, and some are damaged. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Chance } from '../bench/generator/chance';
import { writeTree } from '../bench/generator/tree';
import { closing } from './naiveCount';

/** Shares of the logs. */
const COPIED = 0.2;
const DAMAGED = 0.3;
/** Shares of the records of a damaged log, and of the places between them. */
const BROKEN = 0.1;
const UNPARTED = 0.05;

/**
 * Writes the folder, the same for the same seed. Damaged logs lie beside the sound one, or in its place.
 *
 * @returns how many records were broken: each is no JSON any more, by the loss of one character or of some hundred
 */
export async function writeDamagedTree(folder: string, files: number, seed: number): Promise<number> {
  await writeTree(folder, { files, share: 0.3, seed });
  const chance = new Chance(seed);
  let broken = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.gz')) continue;
    const file = path.join(folder, name);
    const beside = (ending: string): string => file.replace('.json.gz', ending);
    const records: readonly unknown[] = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')).Records;
    const lines = records.map((record) => JSON.stringify(record));
    const pretty = records.map((record) => JSON.stringify(record, undefined, 2));
    if (chance.fraction() < COPIED) writeFileSync(beside('_copy.jsonl'), `${lines.join('\n')}\n`);
    if (chance.fraction() < COPIED)
      writeFileSync(
        beside('_copy.json'),
        listed(pretty, () => true),
      );
    if (chance.fraction() >= DAMAGED) continue;
    const texts = (chance.fraction() < 0.5 ? lines : pretty).map((text) => {
      if (chance.fraction() >= BROKEN) return text;
      broken++;
      return brokenRecord(text, chance);
    });
    const damaged = listed(texts, () => chance.fraction() >= UNPARTED);
    if (chance.fraction() < 0.5) writeFileSync(beside('_damaged.json'), damaged);
    else writeFileSync(file, gzipSync(damaged));
  }
  return broken;
}

/** @param isParted whether a comma stands behind the next record */
function listed(texts: readonly string[], isParted: () => boolean): string {
  return `{"Records":[${texts.map((text, at) => `${text}${at < texts.length - 1 && isParted() ? ',' : ''}`).join('')}]}`;
}

/**
 * The record without a stretch of it. It begins as it did, and neither it nor a part that a brace closes is JSON any more: that part
 * would be a record.
 */
function brokenRecord(text: string, chance: Chance): string {
  for (;;) {
    const at = chance.between('{"eventVersion":'.length, text.length - 1);
    const length = chance.fraction() < 0.8 ? 1 : chance.between(2, 300);
    const broken = text.slice(0, at) + text.slice(at + length);
    if (!isJson(broken.slice(0, closing(broken, 0)))) return broken;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
