import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { foldedSpans } from '../../../server/src/documents/foldedSpans';
import { openedLog } from '../../support/followedLog';
import { changed } from '../check/events';

/** The first line of each, and which event it is. */
function folded(text: string, most = 5000): readonly string[] {
  const work = foldedSpans(openedLog(text).analysis, most);
  let next = work.next();
  while (!next.done) next = work.next();
  return [...next.value]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, event }) => {
      const lines = text.slice(start, end).split('\n');
      const key = /"\w+"(?=: $)/.exec(text.slice(text.lastIndexOf('\n', start) + 1, start))?.[0];
      return `${key ?? lines[0]} ${lines.length}${event === undefined ? '' : ` event ${event}`}`;
    });
}

const event = changed({ requestParameters: { organizationId: 'm-1', list: [1, 2] } });
const lines = (value: unknown): number => JSON.stringify(value, undefined, 2).split('\n').length;

suite('what can be folded', () => {
  const text = JSON.stringify({ Records: [event, event] }, undefined, 2);
  const inEvent = (index: number): readonly string[] => [
    `{ ${lines(event)} event ${index}`,
    `"userIdentity" ${lines(event.userIdentity)}`,
    `"requestParameters" ${lines(event.requestParameters)}`,
    '"list" 4',
  ];

  test('the list of events, each event, and the objects and lists in them', () => {
    assert.deepEqual(
      folded(text).filter((each) => !each.startsWith('"responseElements"')),
      [`{ ${text.split('\n').length}`, `"Records" ${text.split('\n').length - 2}`, ...inEvent(0), ...inEvent(1)],
    );
  });

  test('what lies further out, where there is too much', () => {
    assert.deepEqual(folded(text, 4), [
      `{ ${text.split('\n').length}`,
      `"Records" ${text.split('\n').length - 2}`,
      `{ ${lines(event)} event 0`,
      `{ ${lines(event)} event 1`,
    ]);
  });

  test('nothing on one line', () => {
    assert.deepEqual(folded(JSON.stringify({ Records: [event] })), []);
  });

  test('a damaged event, too', () => {
    const damaged = text.replace(',', '');
    assert.deepEqual(
      folded(damaged).filter((each) => each.includes('event')),
      [`{ ${lines(event)} event 0`, `{ ${lines(event)} event 1`],
    );
  });
});
