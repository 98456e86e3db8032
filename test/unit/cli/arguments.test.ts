import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readArguments } from '../../../server/src/node/cli/arguments';

suite('the command line', () => {
  const lines: readonly (readonly [line: string, expected: unknown])[] = [
    ['--help', { command: 'help' }],
    ['check -h', { command: 'help' }],
    ['-V', { command: 'version' }],
    ['check a.json', { command: 'check', files: ['a.json'], json: false, events: false }],
    ['check --json --events a.json -', { command: 'check', files: ['a.json', '-'], json: true, events: true }],
    ['check a.json --json', { command: 'check', files: ['a.json'], json: true, events: false }],
    ['check -- --json', { command: 'check', files: ['--json'], json: false, events: false }],
    ['summarize --json a.json', { command: 'summarize', files: ['a.json'], json: true }],
    ['', { command: 'misused', reason: 'Which command? There are check and summarize.' }],
    ['repair a.json', { command: 'misused', reason: 'There is no command repair.' }],
    [
      'check',
      { command: 'misused', reason: 'Which file shall check read? Name at least one, or - for standard input.' },
    ],
    ['check - -', { command: 'misused', reason: 'Standard input (-) can be read only once.' }],
    ['check --events a.json', { command: 'misused', reason: '--events needs --json.' }],
    ['summarize --events a.json', { command: 'misused', reason: '--events belongs to check.' }],
  ];
  for (const [line, expected] of lines) {
    test(`workmail-trail ${line}`, () => {
      assert.deepEqual(readArguments(line.split(' ').filter((word) => word !== '')), expected);
    });
  }

  test('an unknown option is named', () => {
    const request = readArguments(['check', '--fix', 'a.json']);
    assert.ok(request.command === 'misused');
    assert.match(request.reason, /--fix/);
  });
});
