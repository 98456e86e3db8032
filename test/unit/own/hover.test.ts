import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { hover } from '../../../server/src/core';
import { spanOf } from '../../../server/src/core/read/locate';
import type { JsonPath } from '../../../server/src/core/record';
import { projectRoot } from '../../support/projectRoot';
import { problemsOf, readLog } from '../../support/readLog';

interface Place {
  readonly what: string;
  readonly file: string;
  readonly record: number;
  readonly path: JsonPath;
  readonly part: 'key' | 'value';
  readonly shown: readonly string[];
}

const LIKELY = 'Likely: it follows from what AWS documents. No log of this kind is public to compare with.';

const places: readonly Place[] = [
  {
    what: 'a known field',
    file: 'mailbox-access.jsonl',
    record: 1,
    path: ['impersonator_id'],
    part: 'key',
    shown: [
      '**`impersonator_id`** · WorkMail mailbox access log',
      'Only where an impersonation role was used: probably the id of that role, which CreateImpersonationRole gave out and AssumeImpersonationRole names. A token is good for 15 minutes, so look for an AssumeImpersonationRole in that time before.',
      LIKELY,
    ],
  },
  {
    what: 'a field with known values',
    file: 'mailbox-access.jsonl',
    record: 1,
    path: ['object_type'],
    part: 'key',
    shown: [
      '**`object_type`** · WorkMail mailbox access log',
      'What was acted upon.',
      'Known values: `Folder`, `Message` and `Attachment`. There may be others.',
    ],
  },
  {
    what: 'a field that nobody documents',
    file: 'mailbox-access.jsonl',
    record: 4,
    path: ['field_of_tomorrow', 'a', 0],
    part: 'value',
    shown: [
      '**`field_of_tomorrow`** · WorkMail mailbox access log',
      'WorkMail Trail does not know this field. AWS may have added it, or a program that handled the log. Nothing is wrong with that.',
    ],
  },
  {
    what: 'a known value',
    file: 'mailbox-access.jsonl',
    record: 3,
    path: ['action'],
    part: 'value',
    shown: [
      "**`delete`** · Of some weight; in somebody's own mailbox: of little weight alone",
      'Something was deleted.',
      LIKELY,
      '**`action`**: What was tried.',
    ],
  },
  {
    what: 'a value that nobody documents',
    file: 'mailbox-access.jsonl',
    record: 4,
    path: ['action'],
    part: 'value',
    shown: [
      '**`an_action_of_tomorrow`**',
      'WorkMail Trail does not know this value. AWS does not say that there are no others. Nothing is wrong with that.',
      '**`action`**: What was tried.',
    ],
  },
  {
    what: 'what was refused',
    file: 'mailbox-access.jsonl',
    record: 3,
    path: ['action_allowed'],
    part: 'value',
    shown: [
      '**No.** It was refused, or it failed. AWS counts it in the metric `ActionDenied` of CloudWatch.',
      '**`action_allowed`**: Whether WorkMail let it happen.',
    ],
  },
  {
    what: 'a time in milliseconds',
    file: 'access-control.jsonl',
    record: 0,
    path: ['event_timestamp'],
    part: 'value',
    shown: [
      '**2026-03-01 10:02:01 UTC**, a Sunday.',
      '**`event_timestamp`**: When it happened, in milliseconds since 1970 UTC; seconds are read as well.',
    ],
  },
  {
    what: 'a reason, which is never classified, in a line of values',
    file: 'authentication.w3c.log',
    record: 0,
    path: ['auth_failed_reason'],
    part: 'value',
    shown: [
      '**`auth_failed_reason`** · WorkMail authentication log',
      'Why it did not work. The possible texts are not documented.',
    ],
  },
  {
    what: 'a value in a string of CloudWatch Logs',
    file: 'email-events.get-log-events.json',
    record: 2,
    path: ['event', 'ruleType'],
    part: 'value',
    shown: [
      '**`MAILBOX_RULE`** · Of much weight',
      'A rule of a user. With targetRecipient it forwards mail, which is how somebody keeps reading after his access is gone.',
      '**`ruleType`**: Whose rule it is.',
    ],
  },
  {
    what: 'an event that nobody documents',
    file: 'email-events.jsonl',
    record: 9,
    path: ['event', 'eventName'],
    part: 'value',
    shown: [
      '**`AN_EMAIL_EVENT_OF_TOMORROW`**',
      'WorkMail Trail does not know this value. AWS does not say that there are no others. Nothing is wrong with that.',
      '**`eventName`**: What happened to the message.',
    ],
  },
  {
    what: 'one of several recipients in an object',
    file: 'mail-flow.jsonl',
    record: 1,
    path: ['envelope', 'recipients', 0, 'address'],
    part: 'value',
    shown: [
      '**`envelope`** · WorkMail mail flow event for a Lambda function',
      'Who sends and who receives, as mail servers tell each other. Which of them are in Bcc is not told.',
    ],
  },
];

suite("a log of WorkMail's own is explained, and nothing in it is called wrong", () => {
  for (const { what, file, record: index, path: at, part, shown } of places) {
    test(what, () => {
      const text = readFileSync(path.join(projectRoot(), 'test', 'fixtures', 'own-logs', file), 'utf8');
      const log = readLog(text);
      const record = log.records[index];
      assert.ok(record !== undefined);
      const span = spanOf(text, record, at, part);
      assert.ok(span !== undefined);
      const found = hover(text, record, span.start);
      assert.deepEqual([found?.span, found?.markdown.split('\n\n'), problemsOf(log)], [span, shown, []]);
    });
  }
});
