/** Source text and prose that quote events, and are no logs. */
import { events, permission } from './events.mjs';
import { json, lines, pretty, silent } from './form.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function silentSources() {
  const some = events();
  const event = JSON.stringify(permission(), null, 2);
  return [
    silent(
      'silent-notebook.ipynb',
      'Jupyter',
      'A notebook with an event in a cell of code and in an output.',
      pretty(
        {
          cells: [
            { cell_type: 'markdown', metadata: {}, source: ['# Who opened the mailbox?\n'] },
            {
              cell_type: 'code',
              execution_count: 1,
              metadata: {},
              outputs: [{ name: 'stdout', output_type: 'stream', text: [`${json(some[1])}\n`] }],
              source: [
                ...`event = ${event}`
                  .replaceAll('null', 'None')
                  .replaceAll('false', 'False')
                  .replaceAll('true,', 'True,')
                  .split('\n')
                  .map((line) => `${line}\n`),
                'print(json.dumps(event))',
              ],
            },
          ],
          metadata: { language_info: { name: 'python' } },
          nbformat: 4,
          nbformat_minor: 5,
        },
        1,
      ),
    ),
    silent(
      'silent-test.mts',
      'TypeScript',
      'A test that holds an event as an object.',
      lines([
        "import { expect, it } from 'vitest';",
        "import { handler } from '../src/handler';",
        '',
        `const event = ${event};`,
        '',
        "it('tells about a mailbox that was opened', async () => {",
        "  expect(await handler({ detail: event })).toEqual({ told: 'yes' });",
        '});',
      ]),
    ),
    silent(
      'silent-test.py',
      'Python',
      'A test that holds an event as a text and a dict.',
      lines([
        'import json',
        '',
        'from mail_watch import handler',
        '',
        `EVENT = json.loads('''${event}''')`,
        '',
        '',
        'def test_tells_about_a_mailbox():',
        '    assert handler({"detail": EVENT}, None) == {"eventName": "PutMailboxPermissions", "eventSource": "workmail.amazonaws.com"}',
      ]),
    ),
    silent(
      'silent-handler.js',
      'JavaScript',
      'A function that reads fields of events.',
      lines([
        "'use strict';",
        '',
        'exports.handler = async ({ detail: { eventName, eventSource, userIdentity, requestParameters } }) => {',
        "  if (eventSource !== 'workmail.amazonaws.com' || eventName !== 'ResetPassword') return;",
        '  console.log(JSON.stringify({ eventName, who: userIdentity.arn, whom: requestParameters.userId }));',
        '};',
      ]),
    ),
    silent(
      'silent-query.sql',
      'Athena',
      'A query that names columns.',
      lines([
        'SELECT eventtime, eventname, useridentity.arn, sourceipaddress',
        'FROM cloudtrail_logs',
        "WHERE eventsource = 'workmail.amazonaws.com'",
        "  AND eventname IN ('ResetPassword', 'PutMailboxPermissions')",
        'ORDER BY eventtime;',
      ]),
    ),
  ];
}
