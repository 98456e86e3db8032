import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { ask, groundsOf } from '../../../../server/src/core';
import { whatWasRead } from '../../../../server/src/core/investigate/own/readingWords';
import { evidenceOf } from '../../../support/evidenceOf';
import { projectRoot } from '../../../support/projectRoot';

const folder = path.join(projectRoot(), 'samples', 'readers');
const logs = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
);
const findings = ask('mail-read', groundsOf(evidenceOf(logs))).findings.filter(({ kind }) => kind === 'reading');

suite('who read what, as the mailbox access log tells', () => {
  test('each reader of the story, with the weight, what was read, and how they came in', () => {
    const told = findings.map(({ weight, acts, reading }) => [
      weight,
      acts.length,
      reading?.mailbox?.slice(0, 8),
      reading?.through,
      [reading?.items, reading?.folders, reading?.attachments, reading?.refused],
      reading?.protocols.join(),
      reading?.addresses.join(),
    ]);
    assert.deepEqual(told, [
      ['critical', 12, '04019273', 'impersonation', [7, 1, 3, 0], 'EWS', '203.0.113.66'],
      ['critical', 32, '1b076405', 'impersonation', [24, 1, 6, 0], 'EWS', '203.0.113.66'],
      ['high', 10, '9a9a5f2e', 'own', [9, 1, 0, 0], 'IMAP', '198.51.100.23'],
      ['high', 4, '2b45d997', 'impersonation', [0, 0, 0, 3], 'EWS', '203.0.113.66'],
      ['high', 5, '04019273', 'not-known', [null, 0, 0, 0], '', ''],
      ['info', 6, '4e1f7fb8', 'own', [5, 1, 0, 0], 'WindowsOutlook', '192.0.2.10'],
      ['info', 7, '0f51c441', 'own', [6, 1, 0, 0], 'ActiveSync', '198.51.100.77'],
      ['info', 8, '7a063574', 'own', [7, 1, 0, 0], 'WebMail', '192.0.2.10'],
      ['info', 9, 'f9174250', 'own', [8, 1, 0, 0], 'WindowsOutlook', '192.0.2.10'],
    ]);
  });

  test('the heaviest, in words', () => {
    assert.equal(
      findings[0]?.summary,
      'Impersonation role Archive Reader (2a0fdb87-…) in the mailbox of 04019273-d05c-49bd-9f1b-19db1faf11bc: read 7 messages, 1 folder opened or listed, 3 attachments, 2026-06-11 00:59:40 to 2026-06-11 01:09:14 UTC; over EWS; from 203.0.113.66; with ExchangeServicesClient/15.00.0913.015; the role was taken by mail-archive (key AKIAARCHIVER2EXAMPLE), 2026-06-11 00:59:00 UTC (likely: the same role, at most fifteen minutes before).',
    );
  });

  test('what was read after the log was thinned out: nobody is named who only may have been it', () => {
    assert.equal(
      findings.find(({ reading }) => reading?.through === 'not-known')?.summary,
      'Somebody as 04019273-d05c-49bd-9f1b-19db1faf11bc, in the same mailbox: read messages, how many, if any, is not told, 2026-06-11 02:05:00 to 2026-06-11 02:05:09 UTC; from where is not told; how they came in is not told; a role was taken by mail-archive (key AKIAARCHIVER2EXAMPLE), 2026-06-11 02:04:10 UTC (by time, at most fifteen minutes before).',
    );
  });
});

test('a program that was not met before with a reader is told; another version of one is not', () => {
  const read = (minute: number, user_agent: string): string =>
    JSON.stringify({
      event_timestamp: Date.UTC(2026, 5, 11, 8, minute),
      organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
      user_id: 'jane',
      owner_id: 'jane',
      user_agent,
      action: 'read',
      object_type: 'Message',
      item_id: `i${minute}`,
      action_allowed: true,
    });
  const log = [read(0, 'Outlook/16.1'), read(9, 'Outlook/16.2'), read(20, 'imap-backup 2')].join('\n');
  const [only] = ask('mail-read', groundsOf(evidenceOf({ 'log.jsonl': log }))).findings;
  assert.equal(
    only?.summary,
    'jane in their own mailbox: read 3 messages, 2026-06-11 08:00:00 to 2026-06-11 08:20:00 UTC; from where is not told; with Outlook/16.1, Outlook/16.2, imap-backup 2; not seen with imap-backup 2 before.',
  );
});

suite('of the smallest logs', () => {
  const jane = 'S-1-1-12-1-2-7-1001';
  const read = {
    event_timestamp: Date.UTC(2026, 5, 11, 8),
    request_id: 'a1b2c3d4-0000-4000-8000-000000000001',
    organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
    user_id: jane,
    protocol: 'EWS',
    source_ip: '203.0.113.9',
    action: 'read',
    owner_id: jane,
    object_type: 'Message',
    item_id: 'AAMk1',
    folder_path: '/Inbox',
    folder_id: 'f1',
    action_allowed: true,
  };
  const lines = (...records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join('\n');
  const table = (head: string, delimiter: string, record: object): string =>
    [`${head}${Object.keys(record).join(head === '' ? delimiter : ' ')}`, Object.values(record).join(delimiter)].join(
      '\n',
    );
  const summary = { ...read, action: 'read_summary', object_type: 'Folder' };
  const other = { ...read, user_id: 'S-1-1-12-1-2-7-1002' };
  for (const [what, log, expected] of [
    [
      'a message of which a list showed something: it was not opened, and no folder was listed by that',
      lines({ ...read, action: 'read_summary' }),
      ['own 0 0 0 0: saw previews of messages and opened none'],
    ],
    [
      'the same, and a message that was opened',
      lines({ ...read, action: 'read_summary' }, { ...read, event_timestamp: read.event_timestamp + 1 }),
      ['own 1 0 0 0: read 1 message'],
    ],
    ['what WorkMail itself read to send it', lines({ ...read, protocol: 'OutgoingEmail' }), []],
    ['what WorkMail itself read as it came in', lines({ ...read, protocol: 'incomingemail' }), []],
    ['lines that have no field for roles', table('#Fields: ', '\t', read), ['not-known 1 0 0 0: read 1 message']],
    ['values between commas without it', table('', ',', read), ['not-known 1 0 0 0: read 1 message']],
    ['lines with it', table('#Fields: ', '\t', { ...read, impersonator_id: '-' }), ['own 1 0 0 0: read 1 message']],
    ['without it, in the mailbox of another', table('#Fields: ', '\t', other), ['permission 1 0 0 0: read 1 message']],
    [
      'folders of two ids, written in two ways',
      lines(summary, { ...summary, folder_path: 'Inbox', folder_id: 'f2' }),
      ['own 0 2 0 0: read 2 folders opened or listed'],
    ],
    [
      'one folder, by its id and by its path',
      lines(summary, { ...summary, folder_id: '-', request_id: 'r-2' }),
      ['own 0 1 0 0: read 1 folder opened or listed'],
    ],
    [
      'paths alone, written in two ways, and another',
      lines(...['/Inbox', 'Inbox', '/Inbox/In'].map((folder_path) => ({ ...summary, folder_path, folder_id: '-' }))),
      ['own 0 2 0 0: read 2 folders opened or listed'],
    ],
    [
      'an id with its path, and its path written in another way',
      lines(summary, { ...summary, folder_path: 'Inbox', folder_id: '-' }),
      ['own 0 1 0 0: read 1 folder opened or listed'],
    ],
    [
      'one id, whose path is written in two ways',
      lines(summary, { ...summary, folder_path: 'Inbox', request_id: 'r-2' }),
      ['own 0 1 0 0: read 1 folder opened or listed'],
    ],
  ] as const) {
    test(what, () => {
      const found = ask('mail-read', groundsOf(evidenceOf({ 'log.txt': log }))).findings;
      assert.deepEqual(
        found.map(({ reading, parts }) => {
          const counts = [reading?.items, reading?.folders, reading?.attachments, reading?.refused].join(' ');
          return `${reading?.through} ${counts}: ${parts?.lead.slice(parts.lead.lastIndexOf(': ') + 2, -1)}`;
        }),
        expected,
      );
    });
  }
});

test('where the log leaves out what was done, nothing is said to have been read', () => {
  const words = [
    { items: undefined, folders: 0, attachments: undefined, refused: 0, previews: false },
    { items: 2, folders: 1, attachments: undefined, refused: undefined, previews: false },
    { items: 0, folders: 0, attachments: 0, refused: 2, previews: false },
  ].map(whatWasRead);
  assert.deepEqual(words, [
    'read messages and attachments, how many, if any, is not told',
    'read 2 messages, 1 folder opened or listed, attachments, how many, if any, is not told; what was refused is not told',
    'read nothing, 2 attempts refused',
  ]);
});
