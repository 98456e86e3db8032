import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inFull, type ShortRecord } from '../../../support/shortRecords';
import { asked, eventId } from './asked';

const listed: ShortRecord = { at: '07:00:00', call: 'workmail ListUsers' };
const off: ShortRecord = { at: '08:00:00', call: 'workmail PutInboundDmarcSettings', request: { enforced: false } };
const on: ShortRecord = { at: '09:00:00', call: 'workmail PutInboundDmarcSettings', request: { enforced: true } };
const sequence =
  'jane let in mail that fails the policy of its sender (PutInboundDmarcSettings) and kept it out again (PutInboundDmarcSettings), from 2026-03-01 08:00:00 to 2026-03-01 09:00:00 UTC.';
const SIGMA = 'Rules in the form of Sigma are asked by the command sigma.';

suite('questions about what belongs together', () => {
  test('attack-order tells sequences with all their events', () => {
    assert.deepEqual(asked('attack-order', inFull([off, on])), {
      status: 'answered',
      sentence: sequence,
      findings: [{ kind: 'dmarc-off-and-on', weight: 'high', summary: sequence, events: [eventId(0), eventId(1)] }],
      notCovered: [],
    });
  });

  test('attack-order says where nothing follows each other', () => {
    assert.deepEqual(asked('attack-order', inFull([listed])), {
      status: 'nothing-found',
      sentence: 'No steps that are known to belong together follow each other in these logs.',
      findings: [],
      notCovered: [],
    });
  });

  test('known-rules names the sequences, whose steps are told elsewhere, and tells what single calls were told to do', () => {
    const jane = 'jane (key AKIAXXXXXJANEEXAMPLE)';
    const named = `The rule “Forged mail let in for a while” fired on 2 events: ${jane}, 2026-03-01 08:00:00 to 2026-03-01 09:00:00 UTC.`;
    const parameter = `${jane} set whether incoming mail that fails DMARC is refused to false, 2026-03-01 08:00:00 UTC. Mail that fails its sender's DMARC policy is let in from now on. That is told by enforced.`;
    assert.deepEqual(asked('known-rules', inFull([off, on])), {
      status: 'answered',
      sentence:
        'Fired: 1 rule on steps that follow each other, and 1 rule on what single calls were told to do. Order of steps tells the steps one by one.',
      findings: [
        { kind: 'dmarc-off-and-on', weight: 'high', summary: named, events: [eventId(0), eventId(1)] },
        { kind: 'PutInboundDmarcSettings.enforced', weight: 'high', summary: parameter, events: [eventId(0)] },
      ],
      notCovered: [SIGMA],
    });
  });

  test('known-rules says where none fires', () => {
    assert.deepEqual(asked('known-rules', inFull([listed])), {
      status: 'nothing-found',
      sentence: 'No sequence and no parameter that this product knows as weighty is in these logs.',
      findings: [],
      notCovered: [SIGMA],
    });
  });

  test('new-behaviour compares the second half of the time with the first', () => {
    const moved: ShortRecord = { at: '19:00:00', call: 'workmail ListUsers', from: '198.51.100.7' };
    const summary = 'New address of jane: 198.51.100.7, first 2026-03-01 19:00:00 UTC.';
    assert.deepEqual(asked('new-behaviour', inFull([listed, moved])), {
      status: 'answered',
      sentence: `1 thing new, compared with the time until 2026-03-01 13:00:00 UTC. First: ${summary}`,
      findings: [{ kind: 'new-address', weight: 'low', summary, events: [eventId(1)] }],
      notCovered: ['Compared with the time until 2026-03-01 13:00:00 UTC: what began before that is not new.'],
    });
  });

  test('new-behaviour says where the time before is not quiet, and with what to compare instead', () => {
    const [first, grant, last]: readonly ShortRecord[] = [
      { at: '1 08:00:00', call: 'workmail ListUsers' },
      {
        at: '4 08:00:00',
        call: 'workmail PutMailboxPermissions',
        request: { entityId: 'x', granteeId: 'y', permissionValues: ['FULL_ACCESS'] },
      },
      { at: '9 08:00:00', call: 'workmail ListUsers' },
    ];
    const warned = (events: readonly (ShortRecord | undefined)[]): string | undefined =>
      asked('new-behaviour', inFull(events.flatMap((event) => event ?? []))).notCovered[0];
    assert.deepEqual(
      [warned([first, grant, last]), warned([first, last])],
      [
        'The time before is not quiet: 1 critical call of other answers lies in it, the first 2026-03-04 08:00:00 UTC, and what began with it is not told as new. Compare with a quieter time: workmail-trail ask --question new-behaviour --baseline 2026-03-03.',
        'Compared with the time until 2026-03-05 08:00:00 UTC: what began before that is not new.',
      ],
    );
  });

  test('new-behaviour cannot tell without a time before', () => {
    assert.deepEqual(asked('new-behaviour', inFull([listed])), {
      status: 'cannot-tell',
      sentence: 'There is no time before in these logs that anything could be compared with.',
      findings: [],
      notCovered: [],
    });
  });
});
