import assert from 'node:assert/strict';
import { readLink, readQuery } from '../../client/src/summary/links';

describe('a link in a report', () => {
  it('names one event by its place', () => {
    assert.deepEqual(readLink('/event/2/L12,5-L40,6.trail-event'), {
      kind: 'event',
      log: 2,
      range: { start: { line: 11, character: 4 }, end: { line: 39, character: 5 } },
    });
  });

  it('names several events by a filter', () => {
    assert.deepEqual(readLink('/selection/all/All events.json'), { kind: 'selection', filter: {} });
    assert.deepEqual(readLink('/selection/action=CreateUser&outcome=failed&from=0&to=60000&malformed=true/Some.json'), {
      kind: 'selection',
      filter: { action: 'CreateUser', outcome: 'failed', from: 0, to: 60000, malformed: true },
    });
    assert.deepEqual(readLink('/selection/log=1&copies=every/Some.json'), {
      kind: 'selection',
      filter: { log: 1, copies: 'every' },
    });
    assert.deepEqual(readLink('/selection/userAgent=a%2Fb%20%26c=d/Some.json'), {
      kind: 'selection',
      filter: { userAgent: 'a/b &c=d' },
    });
  });

  it('is nothing when it is not of our making', () => {
    for (const path of [
      '/',
      '/a/b.md',
      '/event/0/L1.trail-event',
      '/selection/x=1/a.json',
      '/selection/__proto__=1/a.json',
      '/selection/from=soon/a.json',
    ]) {
      assert.equal(readLink(path), undefined, path);
    }
    assert.equal(readLink('/selection/action=%zz/a.json'), undefined);
    for (const query of ['', 'null', '{}', '{"uris":[1]}', '[]']) {
      assert.equal(readQuery(query), undefined, query);
    }
    assert.deepEqual(readQuery('{"uris":["file:///a.json"]}'), { uris: ['file:///a.json'] });
    assert.deepEqual(readQuery('{"uris":[],"where":"is:write"}'), { uris: [], where: 'is:write' });
  });
});
