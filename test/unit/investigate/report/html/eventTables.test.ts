import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { HandedEvent } from '../../../../../server/src/core/investigate/report/handed/handedEvent';
import { Numbered } from '../../../../../server/src/core/investigate/report/handed/numbered';
import { eventTables } from '../../../../../server/src/core/investigate/report/html/eventTables';

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

it('writes two facts below each other where they belong together, and no value of a log can begin a line', () => {
  const nobody = { ...EVENT, who: '', key: 'AKIAOTHER', eventID: '' };
  const written = eventTables([0, 1], [EVENT, nobody], new Numbered(), new Numbered(), undefined);
  const between = (from: string, to: string): string => written.slice(written.indexOf(from), written.indexOf(to));
  assert.deepEqual(
    [between('<thead>', '</thead>'), between('<tbody>', '</table>')],
    [
      `<thead><tr>${[
        'No.',
        'Time (UTC)',
        'Action',
        'Outcome',
        'Who, access key',
        'Address, program',
        'On',
        'Record, eventID',
      ]
        .map((title) => `<th scope="col">${title}</th>`)
        .join('')}</tr>`,
      [
        '<tbody>',
        '<tr id="e1"><th>1<td>2026-03-01 08:00:00<td>ResetPassword<td>failed: AccessDenied<td>alice\\nASIAFORGED',
        'AKIAIOSFODNN7EXAMPLE<td>198.51.100.7<td>u-1<td>1 #4',
        'e-1',
        '<tr id="e2"><th>2<td>2026-03-01 08:00:00<td>ResetPassword<td>failed: AccessDenied<td>',
        'AKIAOTHER<td>198.51.100.7<td>u-1<td>1 #4',
        '',
      ].join('\n'),
    ],
  );
});
