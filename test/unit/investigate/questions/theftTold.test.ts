import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { ask, type Finding, groundsOf } from '../../../../server/src/core';
import { tell } from '../../../../server/src/core/investigate/questions/told';
import { evidenceOf, evidenceOfEvents } from '../../../support/evidenceOf';
import { projectRoot } from '../../../support/projectRoot';
import { call } from './asked';

/** The first thing that strays in a sample. */
function strayIn(sample: string): Finding {
  const text = readFileSync(path.join(projectRoot(), 'samples', sample), 'utf8');
  const stray = ask('migration-or-theft', groundsOf(evidenceOf({ log: text }))).findings.find(
    ({ kind }) => kind === 'stray',
  );
  assert.ok(stray);
  return stray;
}

suite('a theft is told', () => {
  test('in parts: a short sentence, what was done, and what tells of it, without words of a move where there is none', () => {
    assert.deepEqual(strayIn('incident/stolen-key.json').parts, {
      lead: 'directory-sync (key AKIAI44QH8DHBEXAMPLE), from 203.0.113.77, 2026-05-17 01:31:15 to 2026-05-17 02:33:30 UTC: switched off the log of mail events; exported 2 mailboxes and 3 more calls.',
      facts: [
        'Switched off the log of mail events.',
        'Made the impersonation role Backup Connector of type FULL_ACCESS.',
        'Got a token of the impersonation role Backup Connector (0d6bb415-…), which opens mailboxes, 2 times.',
        'Exported the mailbox 1b076405-f596-44ab-a6a0-c8238df23562 to the bucket mail-backup-eu-7731, under in/amal.haddad, described as “backup”.',
        'Exported the mailbox 04019273-d05c-49bd-9f1b-19db1faf11bc to the bucket mail-backup-eu-7731, under in/bruno.keller, described as “backup”.',
        'The role or the key belongs to another account (999999999999).',
        'Mailboxes are opened by an impersonation role.',
        'Mailboxes are exported, though nobody moves to another mail system.',
        'Also: the address takes no part in daily work; what would tell of it is switched off or loosened; the program is none that is used otherwise with the same name; whoever made the role opens mailboxes with it, and nobody else; it is taken back after 1 hour 47 minutes; refused calls to several services come before it; somebody looks around first.',
      ],
    });
  });

  test('by the signs that a move gives it, where there is one', () => {
    const facts = strayIn('mixed/move-with-a-theft.json').parts?.facts ?? [];
    assert.ok(facts.includes('The exports go to a bucket that no wave of the move uses.'), facts.join('\n'));
  });

  test('with what weighs most, whatever came before it', () => {
    const looks = ['ListUsers', 'ListGroups', 'ListResources', 'ListOrganizations'].map((name, at) => call(at, name));
    const exported = call(9, 'StartMailboxExportJob', { requestParameters: { entityId: 'x', s3BucketName: 'away' } });
    const { acts, entities } = evidenceOfEvents([...looks, exported]);
    const [first, ...others] = acts;
    assert.ok(first);
    assert.equal(
      tell([first, ...others], entities),
      'WMSDK (key AKIAIOSFODNN7EXAMPLE), from 198.51.100.7, 2026-03-01 08:00:00 to 2026-03-01 08:09:00 UTC: listed users; listed groups; exported the mailbox x to the bucket away; and 2 more such things.',
    );
  });
});
