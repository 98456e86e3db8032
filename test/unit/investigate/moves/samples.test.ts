import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Answer, migrationOrTheft } from '../../../../server/src/core';
import { evidenceOf } from '../../../support/evidenceOf';

function textOf(...name: readonly string[]): string {
  return readFileSync(join(process.cwd(), 'samples', ...name), 'utf8');
}

function answerTo(...name: readonly string[]): Answer {
  return migrationOrTheft(evidenceOf({ 'log.json': textOf(...name) }));
}

/** Kind, weight, actor, addresses and number of events of each finding that matters. */
function told({ findings }: Answer): readonly unknown[] {
  return findings
    .filter(({ weight }) => weight === 'critical' || weight === 'high' || weight === 'info')
    .map(({ kind, weight, actor, acts }) => [
      kind,
      weight,
      actor,
      Array.from(new Set(acts.map(({ row }) => row.address))).sort(),
      acts.length,
    ]);
}

describe('migration or theft, in the samples', () => {
  it('a theft with the key of an import is told by its events, from the first try to the last trace, and nothing else is', () => {
    const answer = answerTo('mixed', 'move-with-a-theft.json');
    assert.deepEqual(told(answer), [
      ['stray', 'critical', 'AKIAMAILMOVEREXAMPLE', ['203.0.113.77'], 17],
      ['move', 'info', 'AKIAMAILMOVEREXAMPLE', PLACES_OF_MOVE, 90],
    ]);
    assert.deepEqual(
      answer.findings[0]?.acts.map(({ row }) => row.action),
      [
        'GetCallerIdentity',
        'ListAttachedUserPolicies',
        'DescribeOrganization',
        'ListMailboxExportJobs',
        'ListMailboxPermissions',
        'ListMailboxPermissions',
        'ListMailboxPermissions',
        'StartMailboxExportJob',
        'StartMailboxExportJob',
        'CreateUser',
        'RegisterToWorkMail',
        'PutMailboxPermissions',
        'DescribeMailboxExportJob',
        'DescribeMailboxExportJob',
        'DeleteMailboxPermissions',
        'DeregisterFromWorkMail',
        'DeleteUser',
      ],
    );
  });

  it('is the same whatever order the logs are given in', () => {
    const { Records: records } = JSON.parse(textOf('mixed', 'move-with-a-theft.json'));
    const half = (from: number): string => JSON.stringify({ Records: records.slice(from, from + 63) });
    const idsOf = (answer: Answer): readonly unknown[] =>
      answer.findings.map(({ weight, summary, acts }) => [weight, summary, acts.map(({ row }) => row.eventID)]);
    assert.deepEqual(
      idsOf(migrationOrTheft(evidenceOf({ a: half(0), b: half(63) }))),
      idsOf(migrationOrTheft(evidenceOf({ b: half(63), a: half(0), c: half(0) }))),
    );
  });

  it('an announced move has no stray of weight, and is told as a whole', () => {
    assert.deepEqual(told(answerTo('migration', 'announced-move.json')), [
      [
        'move',
        'info',
        'arn:aws:iam::111111111111:role/MailAdministrator',
        ['198.51.100.24', 'export.workmail.amazonaws.com'],
        103,
      ],
    ]);
  });

  it('where nothing moves, the thief is told and the usual work of his key is not', () => {
    const answer = answerTo('incident', 'stolen-key.json');
    assert.deepEqual(told(answer), [['stray', 'critical', 'AKIAI44QH8DHBEXAMPLE', ['203.0.113.77'], 32]]);
    assert.ok(answer.sentence.startsWith('Nothing looks like a move to another mail system. directory-sync '));
  });

  it('a day of ordinary administration has neither', () => {
    const answer = answerTo('administration-day.json');
    assert.deepEqual(told(answer), []);
    assert.equal(
      answer.sentence,
      'Nothing looks like a move to another mail system, and nothing of weight like a theft that hides in one.',
    );
  });
});

const PLACES_OF_MOVE = [
  '192.0.2.140',
  '192.0.2.141',
  '198.51.100.209',
  '198.51.100.24',
  'export.workmail.amazonaws.com',
];
