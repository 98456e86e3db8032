import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { HandedEvent } from '../../../../../server/src/core/investigate/report/handed/handedEvent';
import { Numbered } from '../../../../../server/src/core/investigate/report/handed/numbered';
import { eventTables } from '../../../../../server/src/core/investigate/report/html/eventTables';
import { LinkedEvents } from '../../../../../server/src/core/investigate/report/html/linkedEvents';

const EVENT: HandedEvent = {
  time: Date.UTC(2026, 2, 1, 8),
  when: '2026-03-01 08:00:00',
  action: 'ResetPassword',
  outcome: 'failed: AccessDenied',
  who: 'alice\nASIAFORGED',
  key: 'AKIAIOSFODNN7EXAMPLE',
  address: '198.51.100.7',
  userAgent: '',
  on: 'u-1',
  file: 'day.json',
  index: 4,
  eventID: 'e-1',
};

it('has one fact a column and an id where something leads to the event, and no value of a log can begin a line', () => {
  const linked = new LinkedEvents();
  linked.to(0);
  const nobody = { ...EVENT, who: '', key: 'AKIAOTHER', eventID: '' };
  const written = eventTables([0, 1], [EVENT, nobody], new Numbered(), new Numbered(), undefined, linked);
  const between = (from: string, to: string): string => written.slice(written.indexOf(from), written.indexOf(to));
  const titles = 'No.,Time (UTC),Action,Outcome,Who,Access key,Address,Program,On,Record,eventID'.split(',');
  assert.deepEqual(
    [between('<thead>', '</thead>'), between('<tbody>', '</table>')],
    [
      `<thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join('')}</tr>`,
      [
        '<tbody>',
        '<tr id="e1"><th>1<td>2026-03-01 08:00:00<td>ResetPassword<td>failed: AccessDenied<td>alice\\nASIAFORGED<td>AKIAIOSFODNN7EXAMPLE<td>198.51.100.7<td><td>u-1<td>1 #4<td>e-1',
        '<tr><th>2<td>2026-03-01 08:00:00<td>ResetPassword<td>failed: AccessDenied<td><td>AKIAOTHER<td>198.51.100.7<td><td>u-1<td>1 #4<td>',
        '',
      ].join('\n'),
    ],
  );
});
