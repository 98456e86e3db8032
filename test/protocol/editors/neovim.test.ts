import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undeclared } from '../../support/declared';
import { editorSession } from '../../support/editorSession';
import { programFile } from '../../support/otherProgram';
import { editorLog } from './log';

const nvim = programFile({
  name: 'Neovim',
  file: 'nvim',
  variable: 'NVIM_PATH',
  packages: ['neovim'],
  tested: 'the server',
});

if (nvim !== undefined) {
  test('a log is shown, explained and repaired in Neovim', async () => {
    const log = editorLog('Zo\u00eb \u65e5 \u{1f600}');
    const args = (sessions: string): readonly string[] => [
      '--clean',
      '--headless',
      '-c',
      `luafile ${sessions}/neovim.lua`,
    ];
    const { seen, traffic } = await editorSession(nvim, args, log.text);
    const { hover, text, ...rest } = seen;
    assert.deepEqual(rest, {
      problems: log.problems((before) => Buffer.byteLength(before)),
      offered: ['Insert the missing comma', 'Fix all in this record', 'Make all repairs in this log'],
      left: 0,
      error: '',
    });
    assert.match(hover, /eventSource.*\n\nThe service that was asked/);
    assert.deepEqual(JSON.parse(text), log.repaired);
    assert.deepEqual(undeclared(traffic), []);
  });
}
