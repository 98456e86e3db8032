import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { suite, test } from 'node:test';
import { Progress } from '../../../server/src/node/cli/progress';
import { recordOf } from '../investigate/given';
import { ran } from './terminal';

/** What a terminal is sent by a line that is told and taken away. */
function sent(isPlain: boolean): string {
  const written: string[] = [];
  const terminal = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      written.push(chunk);
      done();
    },
  });
  const progress = new Progress(terminal, isPlain);
  progress.clear();
  progress.tell(() => '3 files read');
  progress.clear();
  progress.clear();
  return written.join('');
}

const log = JSON.stringify({ Records: [recordOf('ListUsers')] });

suite('how far a reading is', () => {
  test('is told in one line that is gone afterwards, without escape sequences where nobody wants them', () => {
    assert.deepEqual(
      [sent(false), sent(true)],
      ['\r\u001b[2K3 files read\r\u001b[2K', `\r\r3 files read\r${' '.repeat(12)}\r`],
    );
  });

  test('is not told where no terminal is, and without a sequence on one that is asked for no colour', async () => {
    const args = ['check', '-'];
    const watched = await ran(args, { stdin: log, isWatched: true, isPlain: true });
    assert.deepEqual([(await ran(args, { stdin: log })).stderr, watched.stderr.includes('\u001b')], ['', false]);
  });
});
