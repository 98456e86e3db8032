import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze } from '../../../server/src/core/check/analyze';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const NAMES = ['organization_arn', 'user_agent', 'action', 'folder_path', 'action_allowed'];

suite('W3C lines are read with what stands between their values', () => {
  for (const delimiter of ['\t', '|', '~', '^', '¦', '\u0001', '||', ' | ', '::;', ';,;']) {
    for (const [what, between] of [
      ['the same between the names', delimiter],
      ['spaces between the names', ' '],
    ] as const) {
      test(`${JSON.stringify(delimiter)}, ${what}`, () => {
        const lines = [
          [ARN, '-', 'read', '/Sent Items', 'true'],
          [ARN, '', 'delete', '/Inbox', 'false'],
        ];
        const log = [`#Version: 1.0\n#Fields: ${NAMES.join(between)}`, ...lines.map((line) => line.join(delimiter))];
        assert.deepEqual(
          Array.from(analyze(log.join('\n')), ({ event }) => event),
          [
            { organization_arn: ARN, action: 'read', folder_path: '/Sent Items', action_allowed: 'true' },
            { organization_arn: ARN, action: 'delete', folder_path: '/Inbox', action_allowed: 'false' },
          ],
        );
      });
    }
  }
});
