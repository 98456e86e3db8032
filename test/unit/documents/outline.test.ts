import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Analysis } from '../../../server/src/documents/analysis';
import { type OutlineEntry, Outlines } from '../../../server/src/documents/outline';
import { edited, openedLog } from '../../support/followedLog';
import { changed } from '../check/events';

function outlined(text: string): readonly OutlineEntry[] {
  return outlineOf(openedLog(text).analysis, new Outlines());
}

function outlineOf(analysis: Analysis, outlines: Outlines): readonly OutlineEntry[] {
  const work = outlines.of(analysis);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

const created = changed({
  eventTime: '2026-03-01T08:00:00Z',
  eventName: 'CreateUser',
  requestParameters: { organizationId: 'm-1', name: 'bob' },
  responseElements: { userId: '11111111-2222-4333-8444-555555555555' },
});
const failed = changed({
  eventTime: '2026-03-01T09:00:00Z',
  eventName: 'DeleteUser',
  requestParameters: { organizationId: 'm-1', userId: '11111111-2222-4333-8444-555555555555' },
  responseElements: null,
  errorCode: 'EntityStateException',
});

suite('the outline of a log', () => {
  test('names nobody of mail that was delivered: nobody called for it', () => {
    const event = { eventName: 'MAILBOX_EMAIL_DELIVERED', recipient: 'bob@example.com', folder: 'Inbox' };
    const message = JSON.stringify({ traceId: 'f5b4132c-e8b2-47e5-ab73-67b01f956a3e', event });
    const entries = outlined(JSON.stringify({ events: [{ timestamp: 1781079021000, message }] }));
    assert.deepEqual(
      entries.map(({ name }) => name),
      ['08:10:21  MAILBOX_EMAIL_DELIVERED → bob@example.com'],
    );
  });

  test('names events as lists do, with what the log teaches about ids', () => {
    const entries = outlined(JSON.stringify({ Records: [created, failed] }));
    assert.deepEqual(
      entries.map(({ name, detail }) => [name.replace(/by \S+/, 'by …'), detail]),
      [
        ['08:00:00  CreateUser by … → bob (11111111-…)', 'succeeded'],
        ['09:00:00  failed: DeleteUser by … → bob (11111111-…)', 'EntityStateException'],
      ],
    );
  });

  test('tells the day where there are several', () => {
    const [entry] = outlined(JSON.stringify([created, changed({ eventTime: '2026-03-02T00:00:00Z' })]));
    assert.match(entry?.name ?? '', /^2026-03-01 08:00:00 {2}/);
  });

  test('shows an event of many lines by the line of its eventName, and its objects', () => {
    const text = JSON.stringify({ Records: [created] }, undefined, 2);
    const [entry] = outlined(text);
    assert.equal(entry && text.slice(entry.told.start, entry.told.end), '"eventName": "CreateUser"');
    assert.deepEqual(
      entry?.children.map(({ name, start, end }) => [name, text.slice(start, start + 20), text.charAt(end - 1)]),
      [
        ['userIdentity', '"userIdentity": {\n  ', '}'],
        ['requestParameters', '"requestParameters":', '}'],
        ['responseElements', '"responseElements": ', '}'],
      ],
    );
  });

  test('of an event on one line shows the event', () => {
    const text = JSON.stringify({ Records: [created] });
    const [entry] = outlined(text);
    assert.deepEqual(entry?.told, { start: text.indexOf('{"event'), end: text.length - 2 });
  });

  test('says of very many events how many are left out', () => {
    const text = `${`${JSON.stringify(created)}\n`.repeat(5002)}`;
    const entries = outlined(text);
    const last = entries.at(-1);
    assert.deepEqual(
      [entries.length, last?.name, last && text.slice(last.start, last.end).split('\n').length],
      [5001, '2 more events: search for them by name', 2],
    );
  });

  test('after an edit is what it is when the log is opened so', () => {
    const outlines = new Outlines();
    const events = Array.from({ length: 600 }, (_, at) => (at % 2 === 0 ? created : failed));
    const log = openedLog(JSON.stringify({ Records: events }, undefined, 1));
    outlineOf(log.analysis, outlines);
    const at = log.document.text.whole().indexOf('WMSDK', 300_000);
    const next = edited(log, { start: at, end: at + 5, text: 'somebody\nelse' });
    assert.ok(next !== undefined);
    const made = outlineOf(next.analysis, outlines);
    assert.deepEqual(made, outlined(next.document.text.whole()));
    assert.notDeepEqual(made, outlineOf(log.analysis, outlines));
  });
});
