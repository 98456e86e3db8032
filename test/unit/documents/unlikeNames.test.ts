import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../../server/src/core/record';
import { diagnosticsOf, Findings } from '../../../server/src/documents/problems';
import { readSettings } from '../../../server/src/wire/settings';
import { viewUri } from '../../../server/src/wire/viewUri';
import { edited, type FollowedLog, openedLog } from '../../support/followedLog';
import { changed } from '../check/events';

const NAME = 'file:///logs/111111111111_CloudTrail_us-east-1_20260301T0705Z_Mu0KsOhtH1ar15ZZ.json';

function shown(
  { analysis }: FollowedLog,
  rules: Readonly<Record<string, string>> = {},
  findings = new Findings(),
): readonly unknown[] {
  const work = diagnosticsOf(analysis, readSettings({ rules }).settings, findings);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value.map(({ code, severity, range: { start }, message }) => [code, severity, start.line, message]);
}

const numbered = (at: number, fields: Parameters<typeof changed>[0] = {}): JsonObject =>
  changed({ eventID: `7a1e7d2e-0000-4000-8000-${String(at).padStart(12, '0')}`, ...fields });
const text = (events: readonly JsonObject[]): string =>
  `{"Records":[\n${events.map((each) => JSON.stringify(each)).join(',\n')}\n]}`;
const region = 'The log is named as one of Region us-east-1, but this record says eu-west-1.';
const two = 'The log is named as one of Region us-east-1, but 2 records say another one, the first of them eu-west-1.';

test('a record unlike the name of its log is shown among the problems', () => {
  const log = text([numbered(1), numbered(2, { awsRegion: 'eu-west-1' })]);
  const named = openedLog(log, undefined, NAME);
  assert.deepEqual(shown(named), [['WT417', 2, 2, region]]);
  assert.deepEqual(shown(named, { WT416: 'off', WT417: 'off', WT418: 'off' }), []);
  assert.deepEqual(shown(openedLog(log)), []);
  assert.deepEqual(shown(openedLog(log, undefined, viewUri({ log: NAME }))), [['WT417', 2, 2, region]]);
});

test('and follows edits, in whatever block they are made', () => {
  const events = Array.from({ length: 1000 }, (_, at) => numbered(at));
  events[900] = numbered(900, { awsRegion: 'eu-west-1' });
  const findings = new Findings();
  const log = openedLog(text(events), undefined, NAME);
  assert.deepEqual(shown(log, {}, findings), [['WT417', 2, 901, region]]);
  const at = log.document.text.whole().indexOf('us-east-1');
  const another = edited(log, { start: at, end: at + 'us-east-1'.length, text: 'eu-west-1' });
  assert.deepEqual(another && [another.isFollowed, shown(another, {}, findings)], [true, [['WT417', 2, 1, two]]]);
  const back = another && edited(another, { start: at, end: at + 'us-east-1'.length, text: 'us-east-1' });
  assert.deepEqual(back && [back.isFollowed, shown(back, {}, findings)], [true, [['WT417', 2, 901, region]]]);
});

test('the first records of other services say that the name may be believed', () => {
  const other = (at: number): JsonObject => numbered(at, { eventSource: 'iam.amazonaws.com' });
  const odd = numbered(900, { awsRegion: 'eu-west-1' });
  assert.deepEqual(shown(openedLog(text([other(1), odd]), undefined, NAME)), [['WT417', 2, 2, region]]);
  const elsewhere = numbered(1, { eventSource: 'iam.amazonaws.com', awsRegion: 'eu-west-1' });
  assert.deepEqual(shown(openedLog(text([elsewhere, odd]), undefined, NAME)), []);
});
