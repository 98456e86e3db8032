import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../../server/src/node/cli/run';
import { projectRoot } from '../../support/projectRoot';
import { highWaterMark } from '../peak';
import type { CommandRun } from '../rows/memory';

// `memoryProduct ARG …`: a command line of the terminal command, to its end; what it writes is thrown away.
async function main(args: readonly string[]): Promise<void> {
  let complaints = '';
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const stderr = new Writable({
    write: (chunk, _encoding, done) => {
      complaints += String(chunk);
      done();
    },
  });
  const workerFile = path.join(projectRoot(), 'dist', 'scanWorker.js');
  const streams = { stdin: Readable.from([]), stdout: nowhere, stderr, colour: false, workerFile };
  const code = await run(args, streams);
  const command: CommandRun = { ms: performance.now(), code, peakBytes: highWaterMark(), complaints };
  console.log(JSON.stringify(command));
}

main(process.argv.slice(2)).then(() => process.exit());
