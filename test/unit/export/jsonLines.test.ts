import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { oneLine } from '../../../server/src/core';
import { recordOf } from '../investigate/given';
import { eventsIn, exported } from './exported';
import { hostileEvents, hostileLog } from './hostile';

suite('JSON Lines', () => {
  test('hold the events byte for byte as their log has them', async () => {
    // A number that no double holds, a key twice, escapes: nothing of it may be written anew.
    const odd = JSON.stringify(recordOf('ListUsers', { eventID: 'e-1' })).replace(
      '"requestParameters":{',
      '"requestParameters":{"n":12345678901234567890123,"n":1.0e2,"s":"\\u0041\\/",',
    );
    const texts = [odd, ...hostileEvents.map((event) => JSON.stringify(event))];
    const { bytes, stderr } = await exported('jsonl', { 'log.json': `{"Records":[${texts.join(',')}]}` });
    assert.deepEqual([bytes.toString('utf8'), stderr], [`${texts.join('\n')}\n`, '']);
  });

  test('of a log on many lines lose the white space between values, and that is told', async () => {
    const { bytes, stderr, code } = await exported('jsonl', {
      'log.json': JSON.stringify(JSON.parse(hostileLog), null, 2),
    });
    assert.equal(bytes.toString('utf8'), hostileEvents.map((event) => `${JSON.stringify(event)}\n`).join(''));
    assert.match(stderr, /of the events, 18 stood on several lines/);
    assert.equal(code, 0);
  });

  test('are JSON for damaged events and those in other text as well, and that is told', async () => {
    const [first, second] = hostileEvents;
    const broken = JSON.stringify(first).replace('"eventName":', '"eventName"');
    const inText = JSON.stringify({ Message: JSON.stringify(second) });
    const { bytes, stderr } = await exported('jsonl', { 'a.json': `{"Records":[${broken}]}`, 'b.json': inText });
    assert.deepEqual(
      bytes
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
      JSON.parse(JSON.stringify([first, second])),
    );
    assert.match(stderr, /of the events, 2 stood in a log damaged, in other text or in a table/);
  });

  test('are read by us as the log that they were made from', async () => {
    const { bytes } = await exported('jsonl', { 'log.json': hostileLog });
    assert.deepEqual(await eventsIn(bytes), await eventsIn(hostileLog));
  });
});

suite('JSON Lines of logs that WorkMail itself writes', () => {
  const organization_arn = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
  const audit = JSON.stringify({ event_timestamp: 1_772_350_000_000, organization_arn, action: 'read' });
  const mail = ['a', 'b'].map((traceId) => `{"traceId": "${traceId}", "event": {"eventName": "OUTGOING_EMAIL_SENT"}}`);
  const timed = mail.map((message, at) => JSON.stringify({ timestamp: 1_772_350_000_123 + at, message }));
  const container = `{"events":[${timed.join(',')},{"timestamp":1772350000999,"message":${JSON.stringify(audit)}}]}`;
  const call = JSON.stringify(recordOf('ListUsers', { eventID: 'e-1' }));

  test('keep the time that stands around an e-mail event alone, and the event untouched', async () => {
    const { bytes } = await exported('jsonl', { 'a.json': container, 'b.json': call });
    assert.equal(bytes.toString('utf8'), `${[...timed, audit, call].join('\n')}\n`);
    const byFile = [...(await eventsIn(container)), ...(await eventsIn(call))];
    assert.deepEqual(new Set(await eventsIn(bytes)), new Set(byFile));
    const again = await exported('jsonl', { 'exported.jsonl': bytes });
    assert.equal(again.bytes.toString('utf8'), bytes.toString('utf8'));
  });

  test('are the events alone where no time is told', async () => {
    const { bytes } = await exported('jsonl', { 'a.json': mail.join('\n') });
    assert.equal(bytes.toString('utf8'), `${mail.join('\n')}\n`);
  });
});

test('white space is taken from between values alone', () => {
  const json = '{\r\n\t"a b" : "x \\" \\\\" ,\n "c": [ 1,\n 2 ], "d\\\\": "\\n  "\n}';
  assert.deepEqual(
    [oneLine(json), oneLine('{"a": 1}'), JSON.stringify(JSON.parse(oneLine(json)))],
    ['{"a b":"x \\" \\\\","c":[1,2],"d\\\\":"\\n  "}', '{"a": 1}', JSON.stringify(JSON.parse(json))],
  );
});
