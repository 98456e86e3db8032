import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { findSequences } from '../../../../server/src/core/investigate/sequences/findSequences';
import { evidenceOf } from '../../../support/evidenceOf';
import { projectRoot } from '../../../support/projectRoot';

function hitsIn(sample: string): readonly string[] {
  const text = readFileSync(path.join(projectRoot(), 'samples', sample), 'utf8');
  return findSequences(evidenceOf({ [sample]: text })).map(
    ({ weight, sequence, steps }) =>
      `${weight} ${sequence.id}: ${steps.map(({ name, acts }) => `${acts.length} ${name}`).join(', ')}`,
  );
}

suite('sequences in the samples', () => {
  test('of the night with a stolen key', () => {
    assert.deepEqual(hitsIn('incident/stolen-key.json'), [
      'critical monitoring-off-then-act: 1 looked, 1 off, 5 acts',
      'critical impersonation-made-and-used: 1 made, 2 taken, 1 deleted',
      'critical opened-read-and-closed: 1 opened, 4 used, 1 closed',
      'critical export-to-another-account: 2 exported',
      'high refused-then-allowed: 8 refused, 6 worked',
      'high weighty-call-at-two-addresses: 1 acts, 3 calls',
      'medium listing-burst: 13 listed',
      'medium key-at-two-addresses: 4 calls',
    ]);
  });

  test('of an announced move: exports and switching off, none of them weighty by itself', () => {
    assert.deepEqual(hitsIn('migration/announced-move.json'), [
      'medium export-prepared: 5 ready, 16 exported',
      'medium exported-then-deleted: 16 exported, 16 deleted',
      'medium many-mailboxes-exported: 6 exported',
      'medium many-mailboxes-exported: 5 exported',
      'medium many-mailboxes-exported: 5 exported',
    ]);
  });

  test('of a day of administration: somebody looks around, and nothing weighty', () => {
    assert.deepEqual(hitsIn('administration-day.json'), [
      'medium listing-burst: 13 listed',
      'medium listing-burst: 6 listed',
    ]);
  });
});
