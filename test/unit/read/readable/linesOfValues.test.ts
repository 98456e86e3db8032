import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { placesOf } from '../../../../server/src/core/read/readable/places';
import { projectRoot } from '../../../support/projectRoot';
import { laidOut } from '../../../support/readableLog';
import { readLog } from '../../../support/readLog';

const file = path.join(projectRoot(), 'test', 'fixtures', 'own-logs', 'authentication.w3c.log');

test('lines of values are shown as JSON with the names of their fields, and every value leads to its place and back', () => {
  const log = readLog(readFileSync(file, 'utf8'));
  const layout = laidOut(log);
  const places = placesOf(layout, log.text);
  assert.deepEqual(
    JSON.parse(layout.text),
    log.records.map(({ event }) => event),
  );
  for (const { index, event = {} } of log.records) {
    const { start = 0 } = places.ofRecord(index) ?? {};
    for (const [name, value] of Object.entries(event)) {
      const at = layout.text.indexOf(`"${name}": "`, start) + name.length + 5;
      const shown = { start: at, end: at + String(value).length };
      const written = places.toOriginal(shown) ?? { start: 0, end: 0 };
      assert.deepEqual([log.text.slice(written.start, written.end), places.toView(written)], [value, shown]);
    }
  }
});
