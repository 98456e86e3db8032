import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../../server/src/core/record';
import { diagnosticsOf } from '../../../server/src/documents/problems';
import { readSettings } from '../../../server/src/wire/settings';
import { edited, type FollowedLog, openedLog } from '../../support/followedLog';
import { changed } from '../check/events';

const EVENT_ID = '"eventID"';

function shown({ analysis }: FollowedLog, rules: Readonly<Record<string, string>> = {}): readonly unknown[] {
  const work = diagnosticsOf(analysis, readSettings({ rules }).settings);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value.map(({ code, severity, range: { start }, message }) => [code, severity, start.line, message]);
}

const other: JsonObject = changed({ eventName: 'DeleteUser', requestParameters: null, responseElements: null });
const iam: JsonObject = changed({ eventSource: 'iam.amazonaws.com' });
const text = (events: readonly JsonObject[]): string =>
  `{"Records":[\n${events.map((e) => JSON.stringify(e)).join(',\n')}\n]}`;
const said = 'An earlier record has the same eventID, but differs in eventName, requestParameters, responseElements.';

test('a record that has the id of an earlier one and tells something else is shown among the problems', () => {
  const log = openedLog(text([iam, changed({}), changed({}), changed({ errorCode: null }), other]));
  assert.deepEqual(shown(log), [['WT413', 4, 5, said]]);
  assert.deepEqual(shown(log, { WT413: 'off' }), []);
  assert.deepEqual(shown(log, { WT413: 'warning' }), [['WT413', 2, 5, said]]);
});

test('and is no more once its id is another one', () => {
  const log = openedLog(text([changed({}), other]));
  assert.deepEqual(shown(log), [['WT413', 4, 2, said]]);
  const at = log.document.text.whole().lastIndexOf(EVENT_ID) + EVENT_ID.length + 2;
  const followed = edited(log, { start: at, end: at + 1, text: '8' });
  assert.deepEqual(followed && [followed.isFollowed, shown(followed)], [true, []]);
});
