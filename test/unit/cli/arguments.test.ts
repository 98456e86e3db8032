import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultLimits } from '../../../server/src/host/limits';
import { readArguments } from '../../../server/src/node/cli/arguments';

const limits = { ...defaultLimits, setBy: 'options' };
const all = { limits, question: { service: 'all' } };
const workmail = { limits, question: { service: 'workmail' } };

suite('the command line', () => {
  const lines: readonly (readonly [line: string, expected: unknown])[] = [
    ['--help', { command: 'help' }],
    ['check -h', { command: 'help' }],
    ['help', { command: 'help' }],
    ['-V', { command: 'version' }],
    ['check a.json', { command: 'check', ...all, files: ['a.json'], json: false, events: false }],
    ['check --json --events a.json -', { command: 'check', ...all, files: ['a.json', '-'], json: true, events: true }],
    ['check a.json --json', { command: 'check', ...all, files: ['a.json'], json: true, events: false }],
    ['check -- --json', { command: 'check', ...all, files: ['--json'], json: false, events: false }],
    [
      'summarize --names u.json --names g.json a.json',
      { command: 'summarize', ...workmail, files: ['a.json'], json: false, names: ['u.json', 'g.json'] },
    ],
    ['summarize --json a.json', { command: 'summarize', ...workmail, files: ['a.json'], json: true }],
    [
      'check a.json --service kms --since 2026-03-01 --until 2026-03-02',
      {
        command: 'check',
        files: ['a.json'],
        json: false,
        events: false,
        limits,
        question: {
          service: 'kms.amazonaws.com',
          window: { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 3) },
        },
      },
    ],
    [
      'summarize a.json --service ALL --until 2026-03-01T08:00:00Z',
      {
        command: 'summarize',
        files: ['a.json'],
        json: false,
        limits,
        question: { service: 'all', window: { to: Date.UTC(2026, 2, 1, 8, 0, 1) } },
      },
    ],
    [
      'summarize a.json --max-size 20MB --max-ratio 9 --max-members 8 --max-depth 7',
      {
        command: 'summarize',
        ...workmail,
        files: ['a.json'],
        json: false,
        limits: { ...limits, size: 20e6, ratio: 9, members: 8, depth: 7 },
      },
    ],
    [
      'check a.json --where ip:10.0.0.0/8',
      {
        command: 'check',
        limits,
        files: ['a.json'],
        json: false,
        events: false,
        question: { service: 'all', where: 'address:10.0.0.0/8' },
      },
    ],
    [
      'summarize a.json --service kms --where -is:read',
      {
        command: 'summarize',
        limits,
        files: ['a.json'],
        json: false,
        question: { service: 'kms.amazonaws.com', where: '-is:read' },
      },
    ],
    [
      'check a.json --where is:read,acton:x',
      {
        command: 'misused',
        reason:
          '--where, character 9: "acton:x" is no value of is: it takes write, read, failed, malformed, workmail, root or service.',
      },
    ],
    ['summarize a.json --group action', { command: 'misused', reason: '--group belongs to events.' }],
    [
      'check a.json --since yesterday',
      {
        command: 'misused',
        reason: '--since and --until take a day (2026-03-01) or a time (2026-03-01T08:00:00Z).',
      },
    ],
    [
      'check a.json --service k*s',
      { command: 'misused', reason: '--service takes workmail, all, or the name of a service, such as kms.' },
    ],
    [
      'check a.json --max-size much',
      {
        command: 'misused',
        reason: '--max-size takes a number of bytes, also with kB, MB or GB, such as 200MB.',
      },
    ],
    ['check a.json --max-ratio 0', { command: 'misused', reason: '--max-ratio takes a number, such as 100.' }],
    [
      '',
      {
        command: 'misused',
        reason:
          'Which command? There are check, summarize, report, ask, chain, state, events, export, handover, verify, manifest, redact and sigma.',
      },
    ],
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
