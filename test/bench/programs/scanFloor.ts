import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { highWaterMark } from '../peak';
import type { Scanned } from '../scanned';

// `scanFloor FOLDER`: finds the files, reads and inflates them in as many threads as there are processors, and looks at nothing. No
// scan can be quicker than this with Node's zlib.

interface Share {
  readonly files: readonly string[];
  /** Index of the next file that nobody has taken. */
  readonly next: Int32Array;
}

const COUNTER_BYTES = 4;
const LENGTH_BYTES = 4;

async function lead(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json.gz'))
    .map((file) => path.join(folder, file));
  const share: Share = { files, next: new Int32Array(new SharedArrayBuffer(COUNTER_BYTES)) };
  const threads = Array.from({ length: availableParallelism() }, () => inflateInThread(share));
  const bytes = (await Promise.all(threads)).reduce((sum, each) => sum + each, 0);
  const scanned: Scanned = { ms: performance.now(), events: 0, bytes, peakBytes: highWaterMark() };
  console.log(JSON.stringify(scanned));
}

function inflateInThread(share: Share): Promise<number> {
  return new Promise((resolve, reject) => {
    new Worker(__filename, { workerData: share }).once('message', resolve).once('error', reject);
  });
}

function inflateAll({ files, next }: Share): number {
  let bytes = 0;
  for (let at = Atomics.add(next, 0, 1); at < files.length; at = Atomics.add(next, 0, 1)) {
    const compressed = readFileSync(files[at] ?? '');
    // The archive says at its end how much it holds: one buffer of that size saves putting chunks together.
    const length = compressed.readUInt32LE(compressed.length - LENGTH_BYTES);
    bytes += gunzipSync(compressed, { chunkSize: Math.max(1024, length + 1) }).length;
  }
  return bytes;
}

if (isMainThread) lead(process.argv[2] ?? '').then(() => process.exit());
else parentPort?.postMessage(inflateAll(workerData));
