import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { distinctLogs } from '../../../server/src/wire/distinctLogs';
import { readViewUri, type View, viewUri } from '../../../server/src/wire/viewUri';

suite('the uri of a view', () => {
  const log = 'file:///c%3A/Logs%20%28old%29/a%27b_CloudTrail_x.json.gz';

  test('says what it shows', () => {
    for (const view of [{ log }, { log, order: 'time' }, { log: 'untitled:Untitled-1', around: 17 }] as const) {
      assert.deepEqual(readViewUri(viewUri(view)), view);
    }
  });

  for (const [view, name] of [
    [{ log: 'file:///a/b.json.gz' }, 'b.json'],
    [{ log: 'file:///a/b.gz' }, 'b.json'],
    [{ log: 'file:///a/b.csv.GZ' }, 'b.csv'],
    [{ log: 'file:///a/b.json' }, 'b (readable).json'],
    [{ log: 'file:///a/b.log', order: 'time' }, 'b.log (by time).json'],
    [{ log: 'file:///a/b.jsonl', around: 2 }, 'b (event 3).jsonl'],
    [{ log: 'untitled:Untitled-1' }, 'Untitled-1 (readable).json'],
  ] as const satisfies readonly (readonly [View, string])[]) {
    test(`ends in a name for its tab: ${name}`, () => {
      const path = viewUri(view).slice('workmail-log:/'.length).split('?')[0] ?? '';
      assert.equal(decodeURIComponent(path), name);
    });
  }

  test('is not any other uri', () => {
    for (const uri of [
      'file:///a.json',
      'workmail-log:/a.json',
      'workmail-log:/a.json?%7B%7D',
      'workmail-log:/a.json?%7B%22log%22%3A1%7D',
      'workmail-log:/a.json?%7B%22log%22%3A%22x%22%2C%22around%22%3A%221%22%7D',
      'workmail-log:/a.json?%',
    ]) {
      assert.equal(readViewUri(uri), undefined, uri);
    }
  });
});

test('of a log and its views, one counts: the log, else the first whole view', () => {
  const log = { uri: 'file:///a.json' };
  const view = { uri: viewUri({ log: log.uri }) };
  const byTime = { uri: viewUri({ log: 'file:///a%2Ejson', order: 'time' }) };
  const around = { uri: viewUri({ log: log.uri, around: 1 }) };
  const other = { uri: viewUri({ log: 'file:///b.json.gz' }) };
  assert.deepEqual(distinctLogs([around, view, byTime, other]), [view, other]);
  assert.deepEqual(distinctLogs([view, log, other]), [log, other]);
  assert.deepEqual(distinctLogs([around]), []);
});
