import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Act, Evidence } from '../../../../server/src/core';
import { findSequences } from '../../../../server/src/core/investigate/sequences/findSequences';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { inFull, type ShortRecord } from '../../../support/shortRecords';

/** Evidence in which each of some acts is met many times in one second, and how often anything of it was asked for. */
function repeated(records: readonly ShortRecord[], times: number): { evidence: Evidence; asked: () => number } {
  const evidence = evidenceOfEvents(inFull(records));
  let asked = 0;
  const acts = evidence.acts.flatMap((act) => {
    const counting = new Proxy(act, {
      get: (_, name) => {
        asked++;
        return Reflect.get(act, name, act);
      },
    });
    return new Array<Act>(times).fill(counting);
  });
  return { evidence: { ...evidence, acts, find: () => [] }, asked: () => asked };
}

const ATTACK: readonly ShortRecord[] = [
  { at: '08:00:00', call: 'workmail DeleteEmailMonitoringConfiguration' },
  { at: '08:01:00', call: 'workmail StartMailboxExportJob', request: { entityId: 'u-1' } },
  { at: '08:02:00', call: 'workmail PutEmailMonitoringConfiguration' },
];

suite('a hostile log', () => {
  test('of equal events costs as much for each of them as a short one', () => {
    const few = repeated(ATTACK, 1000);
    const many = repeated(ATTACK, 10_000);
    findSequences(few.evidence);
    findSequences(many.evidence);
    assert.equal(many.asked() <= 10 * few.asked(), true, `${many.asked()} for ${few.asked()}`);
  });

  test('of hundreds of thousands of equal events is one match with all of them', () => {
    const { evidence } = repeated(ATTACK, 100_000);
    const hits = findSequences(evidence).map(({ sequence, acts }) => `${sequence.id} ${acts.length}`);
    assert.deepEqual(hits, ['monitoring-off-and-on 300000', 'monitoring-off-then-act 200000']);
  });

  test('of names that mean something to programs is a log like others', () => {
    const records: readonly ShortRecord[] = [
      {
        at: '08:00:00',
        call: 'workmail PutMailboxPermissions',
        by: '__proto__',
        request: { entityId: 'constructor', granteeId: '{span}' },
      },
      {
        at: '08:01:00',
        call: 'workmail DeleteMailboxPermissions',
        by: '__proto__',
        request: { entityId: 'constructor', granteeId: '{span}' },
      },
      { at: '08:02:00', call: 'workmail toString', by: '{made}' },
      { at: '08:03:00', call: '__proto__ constructor' },
    ];
    const [hit, ...others] = findSequences(evidenceOfEvents(inFull(records)));
    assert.deepEqual(
      { sentence: hit?.sentence, others },
      {
        sentence:
          '__proto__ opened a mailbox to somebody (PutMailboxPermissions) and closed it again (DeleteMailboxPermissions), from 2026-03-01 08:00:00 to 2026-03-01 08:01:00 UTC.',
        others: [],
      },
    );
  });

  test('whose times cannot be read makes no sequence', () => {
    const events = inFull(ATTACK).map((event) => ({ ...event, eventTime: 'yesterday' }));
    assert.deepEqual(findSequences(evidenceOfEvents(events)), []);
  });
});
