import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { undeclared } from '../../support/declared';
import { editorSession } from '../../support/editorSession';
import { programFile } from '../../support/otherProgram';
import { editorLog } from './log';

const packages = ['emacs-nox', 'elpa-eglot', 'elpa-lsp-mode'];
const emacs = programFile({ name: 'Emacs', file: 'emacs', variable: 'EMACS_PATH', packages, tested: 'the server' });

if (emacs !== undefined) {
  suite('a log is shown, explained and repaired in Emacs', () => {
    for (const [client, userAgent] of [
      ['eglot', 'Zo\u00eb \u65e5 \u{1f600}'],
      // Its version 8.0.0 counts a character of two UTF-16 units as one, so that what stands behind it is shifted.
      ['lsp-mode', 'Zo\u00eb \u65e5'],
    ] as const) {
      test(`with ${client}`, async () => {
        const log = editorLog(userAgent);
        const args = (sessions: string): readonly string[] => ['--batch', '-l', `${sessions}/${client}.el`];
        const { seen, traffic } = await editorSession(emacs, args, log.text);
        const { hover, text, problems, ...rest } = seen;
        assert.deepEqual(rest, {
          offered: ['Insert the missing comma', 'Fix all in this record', 'Make all repairs in this log'],
          warnings: '',
        });
        // Emacs counts code points, and eglot puts source and code before the message.
        const told = problems.map(({ message, ...place }) => ({ ...place, message: message.replace(/^.*\]: /, '') }));
        assert.deepEqual(
          told,
          log.problems((before) => Array.from(before).length),
        );
        assert.match(hover, /eventSource.*\n\nThe service that was asked/);
        assert.deepEqual(JSON.parse(text), log.repaired);
        assert.deepEqual(undeclared(traffic), []);
      });
    }
  });
}
