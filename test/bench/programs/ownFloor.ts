import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What it takes to read and inflate a folder and to look at nothing, of all processors. */
export interface OwnFloor {
  readonly processorMs: number;
}

const LENGTH_BYTES = 4;

// `ownFloor FOLDER`: in one thread, for its processor time is the same in several.
function main([folder = '']: readonly string[]): void {
  const before = process.cpuUsage();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.gz')) continue;
    const compressed = readFileSync(path.join(folder, file));
    const length = compressed.readUInt32LE(compressed.length - LENGTH_BYTES);
    gunzipSync(compressed, { chunkSize: length + 1 });
  }
  const { user, system } = process.cpuUsage(before);
  const floor: OwnFloor = { processorMs: (user + system) / 1000 };
  console.log(JSON.stringify(floor));
}

main(process.argv.slice(2));
