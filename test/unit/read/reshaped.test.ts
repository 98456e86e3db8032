import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../../server/src/core/read/edits';
import { isReshaped, reshapingEdits } from '../../../server/src/core/read/reshaped';

suite('what a tool has made of an event is undone', () => {
  const cases: readonly (readonly [tool: string, written: string, event: string])[] = [
    [
      'Panther',
      '{"p_log_type":"AWS.CloudTrail","eventTime":"2021-05-30 22:09:12.000000000","eventName":"X","p_any_ips":["192.0.2.1"]}',
      '{"eventTime":"2021-05-30T22:09:12Z","eventName":"X"}',
    ],
    [
      'Logstash',
      '{"@version":"1","eventName":"X","@timestamp":"2021-05-30T22:09:12.000Z","tags":["a"]}',
      '{"eventName":"X","eventTime":"2021-05-30T22:09:12Z"}',
    ],
    [
      'Logstash beside the time of the event',
      '{"@timestamp":"2021-05-30T23:00:00.000Z","eventTime":"2021-05-30T22:09:12Z","eventName":"X"}',
      '{"eventTime":"2021-05-30T22:09:12Z","eventName":"X"}',
    ],
    [
      'Wazuh',
      '{"source":"cloudtrail","eventName":"X","log_info":{"s3bucket":"b"},"aws_account_id":"111111111111"}',
      '{"eventName":"X"}',
    ],
    ['fields of one tool in an event of another', '{"p_log_type":"x","source":"s"}', '{"source":"s"}'],
  ];
  for (const [tool, written, event] of cases) {
    test(tool, () => {
      assert.ok(isReshaped(JSON.parse(written)));
      assert.equal(applyEdits(written, reshapingEdits(written)), event);
    });
  }

  test('an event of CloudTrail, with fields that only sound like those of a tool, is of no tool', () => {
    assert.equal(isReshaped({ eventTime: '2021-05-30T22:09:12Z', source: 'x', tags: [], eventName: 'X' }), false);
  });
});
