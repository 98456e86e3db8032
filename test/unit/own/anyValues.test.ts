import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../server/src/core/record';
import { anyAuditRecords, anyMailEvents } from '../../support/anyOwnValues';
import { deliveries } from '../../support/ownDeliveries';
import { shuffled } from '../../support/ownRecords';
import { rowsOf } from '../../support/ownRun';
import { SeededNumbers } from '../../support/seededNumbers';

const RUNS = 12;
/** Tables have values of their own, and what is absent is written down in two of them. */
const ways = Object.entries(deliveries).filter(([name]) => !['w3c', 'csv', 'bars', 'digits', 'nulls'].includes(name));

/** Records that were read otherwise where they stand in something; alone in their lines nothing can be mistaken. */
function otherwise(make: (random: SeededNumbers) => readonly JsonObject[]): readonly unknown[] {
  const random = new SeededNumbers(4);
  const different: unknown[] = [];
  for (let run = 0; run < RUNS; run++) {
    const events = make(random);
    const alone = events.map((event) => rowsOf(JSON.stringify(event)).map(timeless));
    const mixed = events.map((event) => shuffled(event, random));
    for (const [way, write] of ways) {
      const text = write(mixed);
      const found = rowsOf(text).map(timeless);
      if (found.join('\n') !== alone.flat().join('\n') || found.length !== events.length)
        different.push({ way, text, alone, found });
    }
  }
  return different.slice(0, 1);
}

/** An e-mail event says no time; what holds it does. */
function timeless(row: unknown): string {
  return JSON.stringify(row, (name, value) => (name === 'time' && !(value > 0) ? 0 : value));
}

suite('what strangers write into records of WorkMail itself changes nothing of how they are read', () => {
  test('in audit logs', () => assert.deepEqual(otherwise(anyAuditRecords), []));
  test('in the e-mail event log', () => assert.deepEqual(otherwise(anyMailEvents), []));
});
