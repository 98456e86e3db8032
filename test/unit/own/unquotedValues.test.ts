import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readLog } from '../../support/readLog';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const ANNE = 'S-1-1-12-1-2-7-1001';
const NAMES = ['organization_arn', 'user_id', 'user_agent', 'action', 'folder_path', 'action_allowed'];
const HEADER = `#Fields: ${NAMES.join(' ')}`;

/** What is read of lines under a header, and what is said beside. */
function told(...lines: readonly string[]): unknown {
  const { records, outline } = readLog([HEADER, ...lines].join('\n'));
  return [records.map(({ event }) => event), outline.problems.map(({ code, span }) => [code, span?.start])];
}

suite('a value that holds what stands between values, and is in no quotes,', () => {
  test('is whole where no other one can have it', () => {
    assert.deepEqual(told([ARN, ANNE, 'Agent (like, this)', 'read', '/Inbox', 'true'].join(',')), [
      [
        {
          organization_arn: ARN,
          user_id: ANNE,
          user_agent: 'Agent (like, this)',
          action: 'read',
          folder_path: '/Inbox',
          action_allowed: 'true',
        },
      ],
      [],
    ]);
  });

  test('moves no other one into the wrong field, and is called by its place where it may be one of two', () => {
    const names = ['organization_arn', 'user_id', 'user_agent', 'folder_path', 'action', 'action_allowed'];
    const line = [ARN, ANNE, 'Agent', 'like', '/Inbox', 'read', 'false'].join(',');
    const { records, outline } = readLog(`#Fields: ${names.join(' ')}\n${line}\n${line.replace(',like', '')}`);
    const sure = { organization_arn: ARN, user_id: ANNE };
    assert.deepEqual(
      [records.map(({ event }) => event), outline.problems.map(({ code, span }) => [code, span?.start])],
      [
        [
          { ...sure, column_3: 'Agent', column_4: 'like', column_5: '/Inbox', action: 'read', action_allowed: 'false' },
          { ...sure, user_agent: 'Agent', folder_path: '/Inbox', action: 'read', action_allowed: 'false' },
        ],
        [['WT135', `#Fields: ${names.join(' ')}\n`.length]],
      ],
    );
  });

  test('is not looked for in tables wider than any log', () => {
    const names = [...NAMES, ...Array.from({ length: 95 }, (_, at) => `more_${at}`)];
    const values = [ARN, ANNE, 'Agent', 'read', '/Inbox', 'true', ...Array.from({ length: 96 }, () => 'x')];
    const sound = `${names.join(',')}\n${values.slice(0, -1).join(',')}\n`;
    const { records, outline } = readLog(sound + values.join(','));
    assert.deepEqual(
      [records.length, outline.problems.map(({ code, span }) => [code, span?.start])],
      [1, [['WT135', sound.length]]],
    );
  });

  test('costs its line alone where nothing fits', () => {
    const whole = [ARN, ANNE, 'Agent', 'read', '/Inbox', 'true'].join(',');
    assert.deepEqual(told(whole, [ARN, ANNE, 'a', 'b', 'c', 'd', 'e', 'maybe'].join(','), whole), [
      Array.from({ length: 2 }, () => ({
        organization_arn: ARN,
        user_id: ANNE,
        user_agent: 'Agent',
        action: 'read',
        folder_path: '/Inbox',
        action_allowed: 'true',
      })),
      [['WT135', HEADER.length + 1 + whole.length + 1]],
    ]);
  });
});

suite('a line with fewer values than its header has names', () => {
  const whole = [ARN, ANNE, 'Agent', 'read', '/Inbox', 'true'].join(',');
  const first = { organization_arn: ARN, user_id: ANNE, user_agent: 'Agent' };
  const all = { ...first, action: 'read', folder_path: '/Inbox', action_allowed: 'true' };

  test('has the first ones; a text that ends with it is cut off, and the last value is left out', () => {
    const short = [ARN, ANNE, 'Agent', 're'].join(',');
    assert.deepEqual(told(whole, short), [
      [all, first],
      [['WT122', HEADER.length + 1 + whole.length + 1 + short.length - 1]],
    ]);
  });

  test('is sound where a program leaves out what is empty', () => {
    const short = [ARN, ANNE, 'Agent', 'read'].join(',');
    assert.deepEqual(told(short, whole, short), [
      [{ ...first, action: 'read' }, all, { ...first, action: 'read' }],
      [],
    ]);
  });

  test('is not read where its values are those of other fields', () => {
    assert.deepEqual(told(whole, [ANNE, 'Agent', ARN, 'true'].join(','), whole), [
      [all, all],
      [['WT135', HEADER.length + 1 + whole.length + 1]],
    ]);
  });
});
