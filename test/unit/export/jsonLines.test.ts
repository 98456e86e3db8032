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

test('white space is taken from between values alone', () => {
  const json = '{\r\n\t"a b" : "x \\" \\\\" ,\n "c": [ 1,\n 2 ], "d\\\\": "\\n  "\n}';
  assert.deepEqual(
    [oneLine(json), oneLine('{"a": 1}'), JSON.stringify(JSON.parse(oneLine(json)))],
    ['{"a b":"x \\" \\\\","c":[1,2],"d\\\\":"\\n  "}', '{"a": 1}', JSON.stringify(JSON.parse(json))],
  );
});
