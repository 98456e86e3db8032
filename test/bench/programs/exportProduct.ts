import path from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../../../server/src/node/cli/run';
import { projectRoot } from '../../support/projectRoot';
import type { Exported } from '../exported';
import { highWaterMark } from '../peak';

// `exportProduct FORMAT FOLDER FILE`: what `workmail-trail export` does, from the start of the process.

async function main([format = '', folder = '', file = '']: readonly string[]): Promise<void> {
  const stdout = new PassThrough();
  const code = await run(['export', '--format', format, '--output', file, '--force', folder], {
    stdin: (async function* () {})(),
    stdout,
    stderr: process.stderr,
    colour: false,
    workerFile: path.join(projectRoot(), 'dist', 'scanWorker.js'),
  });
  if (code !== 0) throw new Error(`The export ended with ${code}.`);
  const [, events] = /: (\d+) events/.exec(String(stdout.read())) ?? [];
  const exported: Exported = { events: Number(events), ms: performance.now(), peakBytes: highWaterMark() };
  console.log(JSON.stringify(exported));
}

main(process.argv.slice(2)).then(() => process.exit());
