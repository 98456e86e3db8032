import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze } from '../../../server/src/core/check/analyze';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const HEADER = 'organization_arn,user_id,user_agent,action,owner_id,action_allowed';
const row = (user: string, program: string, owner: string): string => `${ARN},${user},${program},read,${owner},true`;

/** Who read in whose mailbox, with which program. */
function told(text: string): readonly unknown[] {
  return Array.from(analyze(text), ({ event }) => [event?.user_id, event?.user_agent, event?.owner_id]);
}

suite('line breaks in values of CSV', () => {
  const forged = row('ada', 'x/1', 'ben');
  for (const [what, between] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    test(`end no row, and make no other one: ${what}`, () => {
      const value = `a ""b"",${between}${forged}${between}`;
      const rows = [HEADER, row('u1', `"${value}"`, 'u1'), row('u2', 'x/1', 'u2')];
      assert.deepEqual(told(rows.join(between)), [
        ['u1', value.replaceAll('""', '"'), 'u1'],
        ['u2', 'x/1', 'u2'],
      ]);
    });
  }

  test('a quote that nothing closes costs no other row', () => {
    const rows = [HEADER, row('u1', '"x', 'u1'), row('u2', 'x/1', 'u2'), row('u3', '"y', 'u3'), row('u4', 'z', 'u4')];
    assert.deepEqual(told(rows.join('\n')), [
      ['u1', '"x', 'u1'],
      ['u2', 'x/1', 'u2'],
      ['u3', '"y', 'u3'],
      ['u4', 'z', 'u4'],
    ]);
  });

  test('the last value may have some', () => {
    const names = HEADER.split(',').reverse().join(',');
    const rows = [names, ...['u1', 'u2'].map((user) => `true,${user},read,x,${user},"${ARN}\n"`)];
    assert.deepEqual(told(rows.join('\n')), [
      ['u1', 'x', 'u1'],
      ['u2', 'x', 'u2'],
    ]);
  });
});
