import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits, moved } from '../../../server/src/core/read/edits';
import { awsExamples, exampleText } from '../../support/awsExamples';
import { marked, withMarks } from '../../support/cursor';
import { brokenJson, nameOf, readLog } from '../../support/readLog';

const text = (value: unknown): string => JSON.stringify(value);
const example = exampleText('1-CreateUser');
const whole = text(awsExamples()[2]);

/** AWS's first example, which lacks a comma before "userName", between others, as it is written in each container. */
const logs: Readonly<Record<string, string>> = {
  'lookup-events': text({
    Events: [whole, example, whole].map((CloudTrailEvent) => ({ EventId: '9f2f09c5-EXAMPLE', CloudTrailEvent })),
  }),
  'event texts': JSON.stringify([whole, example, whole], null, 2),
  'filter-log-events': text({
    events: [whole, example, whole].map((message) => ({ timestamp: 1, message, ingestionTime: 2 })),
  }),
  subscription: text({
    messageType: 'DATA_MESSAGE',
    logEvents: [whole, example, whole].map((message, id) => ({ id: `${id}`, timestamp: 1, message })),
  }),
  'log export': [whole, example, whole].map((event) => `2017-12-12T18:04:04.000Z ${event}`).join('\n'),
  'Logs Insights': text({ results: [whole, example, whole].map((value) => [{ field: '@message', value }]) }),
  EventBridge: [whole, example, whole]
    .map(
      (event) =>
        `{"version":"0","detail-type":"AWS API Call via CloudTrail","source":"aws.workmail","detail":${event}}`,
    )
    .join('\n'),
  'EventBridge in SQS': text({
    Records: [whole, example, whole].map((event) => ({
      messageId: '059f',
      body: `{"version":"0","detail-type":"AWS API Call via CloudTrail","detail":${event}}`,
      eventSource: 'aws:sqs',
    })),
  }),
  'EventBridge in SNS in SQS': text({
    Records: [whole, example, whole].map((event) => ({
      messageId: '059f',
      body: text({
        Type: 'Notification',
        Message: `{"version":"0","detail-type":"AWS API Call via CloudTrail","detail":${event}}`,
      }),
    })),
  }),
  Splunk: [whole, example, whole].map((_raw) => text({ preview: false, result: { _raw } })).join('\n'),
  'Splunk CSV': ['_raw,host', ...[whole, example, whole].map((event) => `"${event.replaceAll('"', '""')}",trail`)].join(
    '\n',
  ),
  Elastic: text({ hits: { hits: [whole, example, whole].map((original) => ({ _source: { event: { original } } })) } }),
};

/** Where the problem is shown: the key that the comma is missing before, with its quotes as they are written there. */
function expectedMarks(log: string): string {
  const found = /(?<=EXAMPLE(?:\\*"){1,2} )(?:\\*"){1,2}userName(?:\\*"){1,2}/.exec(log);
  assert.ok(found !== null);
  return withMarks(log, { start: found.index, end: found.index + found[0].length });
}

suite('a comma missing in an event that something hands on', () => {
  for (const [name, log] of Object.entries(logs)) {
    test(`${name}: is one problem at exact characters of the log, and its repair makes all of it whole`, () => {
      const read = readLog(log);
      assert.equal(read.records.length, 3);
      const problems = brokenJson(read);
      assert.deepEqual(
        problems.map(({ problem, span }) => [nameOf(problem), withMarks(log, span)]),
        [['missing-comma', expectedMarks(log)]],
      );
      const edits = problems.flatMap(({ problem, record }) => moved(problem.edits ?? [], record?.start ?? 0));
      const repaired = readLog(applyEdits(log, edits));
      assert.deepEqual(brokenJson(repaired), []);
      assert.deepEqual(
        repaired.records.map(({ event }) => event),
        [awsExamples()[2], awsExamples()[0], awsExamples()[2]],
      );
    });
  }

  test('marks are where a reader looks', () => {
    const { span } = marked(expectedMarks(logs['event texts'] ?? ''));
    assert.equal((logs['event texts'] ?? '').slice(span.start, span.end), '\\"userName\\"');
  });
});
