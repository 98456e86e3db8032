import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze } from '../../../server/src/core/check/analyze';
import { mayHoldRecords } from '../../../server/src/core/read/recognize';
import { nameOf, readLog } from '../../support/readLog';
import { changed, createUser } from './events';

const text = JSON.stringify(createUser);

suite('a record is told', () => {
  const services = [
    ['workmail.amazonaws.com', 'workmail'],
    ['WorkMail.Amazonaws.com', 'workmail'],
    ['workmailMessageFlow.amazonaws.com', 'messageflow'],
    ['workmailmessageflow.amazonaws.com', 'messageflow'],
    ['ses.amazonaws.com', 'other'],
    ['workmail.example.com', 'other'],
  ] as const;
  for (const [eventSource, service] of services) {
    test(`by ${eventSource}: ${service}`, () => {
      const [record] = readLog(JSON.stringify(changed({ eventSource }))).records;
      assert.equal(record?.service, service);
      const action = service === 'other' ? undefined : { service, name: 'CreateUser' };
      assert.deepEqual(record?.action, action);
    });
  }

  test('by its source even where it is damaged', () => {
    const [record] = readLog(text.replace('"eventName":', '"eventName" ')).records;
    assert.deepEqual([record?.malformed, record?.action], ['syntax', { service: 'workmail', name: 'CreateUser' }]);
  });
});

suite('what counts as malformed', () => {
  const malformed = (log: string) => readLog(log).records.map((record) => record.malformed);

  test('broken JSON of any service', () => {
    assert.deepEqual(malformed(text.replace('","', '" "')), ['syntax']);
    assert.deepEqual(malformed(text.replace('workmail.', 's3.').replace('","', '" "')), ['syntax']);
  });
  test('an error against the schema, of WorkMail alone', () => {
    assert.deepEqual(malformed(JSON.stringify(changed({ readOnly: 'no' }))), ['schema']);
    assert.deepEqual(malformed(JSON.stringify(changed({ readOnly: 'no', eventSource: 's3.amazonaws.com' }))), [null]);
  });
  test('not a warning, not a hint', () => {
    assert.deepEqual(malformed(JSON.stringify(changed({ eventVersion: '2.0', ticket: 1 }))), [null]);
  });
});

test('broken JSON silences everything else in its record', () => {
  const odd = JSON.stringify(changed({ readOnly: 'no', eventTime: 'never', ticket: 1 })).replace('","', '" "');
  assert.deepEqual(
    readLog(odd).records.flatMap(({ problems }) => problems.map(nameOf)),
    ['missing-comma'],
  );
});

suite('one mistake made all through a record is one problem', () => {
  const problems = (log: string) => readLog(log).records.flatMap(({ problems: found }) => found.map(nameOf));

  test('curly quotes', () => {
    assert.deepEqual(problems(text.replaceAll(/"([^"]*)"/g, '“$1”')), ['wrong-quote']);
  });
  test('single quotes', () => assert.deepEqual(problems(text.replaceAll('"', "'")), ['wrong-quote']));
  test('keys without quotes', () => assert.deepEqual(problems(text.replaceAll(/"(\w+)":/g, '$1:')), ['unquoted']));
});

suite('reading can stop anywhere', () => {
  test('after any record', () => {
    const records = analyze(`[${text},${text},${text}]`);
    assert.equal(records.next().done, false);
    const second = records.next();
    assert.equal(second.done === true ? undefined : second.value.index, 1);
    assert.equal(records.return({ container: 'array', problems: [], kind: undefined }).done, true);
    assert.equal(records.next().done, true);
  });

  test('recognition gives the same answer as reading', () => {
    for (const log of [
      text,
      `[${text}]`,
      '{}',
      '',
      'x',
      '{"eventVersion":1,"eventName":2}',
      text.slice(0, 300),
      text.slice(300),
    ]) {
      assert.equal(mayHoldRecords(log), readLog(log).outline.container !== 'none', log.slice(0, 40));
    }
  });
});
