import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readLink } from '../../../client/src/summary/links';
import { type EventFilter, previewLinks } from '../../../server/src/core';

const links = previewLinks((log, index) =>
  log === 0
    ? { asked: 0, range: { start: { line: index, character: 4 }, end: { line: index + 2, character: 0 } } }
    : undefined,
);

suite('links of a report', () => {
  test('to an event, one based', () => {
    assert.equal(links.event(0, 11), 'event/0/L12,5-L14,1.trail-event');
    assert.equal(links.event(1, 0), undefined);
  });

  test('to an event on disk, whatever its file is called', () => {
    const fileName = fc.string({ unit: 'grapheme', minLength: 1 }).map((name) => encodeURIComponent(`${name}@`));
    fc.assert(
      fc.property(fc.array(fileName, { maxLength: 3 }), fc.nat(), (names, index) => {
        const below = names.map((name) => `/${name}`).join('');
        const link = previewLinks(() => ({ asked: 2, below })).event(9, index) ?? '';
        assert.match(link, /^event\/2[^()\s]*\/@\d+\.trail-event$/);
        const path = `/${link.split('/').map(decodeURIComponent).join('/')}`;
        assert.deepEqual(readLink(path), { kind: 'record', log: 2, below, index });
      }),
    );
  });

  test('to a selection only where it can be shown', () => {
    const few = previewLinks(
      () => undefined,
      ({ service }) => service === 'workmail',
    );
    assert.equal(few.selection({ service: 'other' }, 'x'), undefined);
    assert.equal(few.selection({ service: 'workmail' }, 'x'), 'selection/service%3Dworkmail/x.json');
  });

  test('to a selection', () => {
    assert.equal(
      links.selection({ action: 'CreateUser', outcome: 'failed' }, 'CreateUser failed'),
      'selection/action%3DCreateUser%26outcome%3Dfailed/CreateUser%20failed.json',
    );
    assert.equal(links.selection({}, 'all'), 'selection/all/all.json');
  });

  test('a name keeps only what is safe in a file name, and there is always one', () => {
    assert.equal(links.selection({}, 'a/../b|c(d)'), 'selection/all/a..bcd.json');
    assert.equal(links.selection({}, '<>'), 'selection/all/events.json');
    assert.equal(links.selection({}, 'x'.repeat(99)), `selection/all/${'x'.repeat(60)}.json`);
  });

  test('half of a surrogate pair is replaced', () => {
    assert.equal(links.selection({ actor: 'a\ud800b' }, 'x'), 'selection/actor%3Da%25EF%25BF%25BDb/x.json');
  });

  test('to all that names the same, whatever the name is', () => {
    const all = previewLinks(
      () => undefined,
      undefined,
      ({ kind, text }) => ({ words: kind, text, question: `names:${text}` }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const href = all.all({ kind: 'thing', text, organizationId: '' }) ?? '';
        assert.match(href, /^trail\/[A-Za-z0-9%._~-]+\/All%20of[A-Za-z0-9%._~-]*\.md$/);
        const path = `/${decodeURIComponent(href)}`;
        const link = { kind: 'trail', question: `names:${text}`, about: { words: 'thing', text } };
        assert.deepEqual(readLink(path), link);
        // What lies below the list is found as below any report.
        const below = path.slice(0, path.lastIndexOf('/'));
        assert.deepEqual(readLink(`${below}/selection/all/all.json`), { kind: 'selection', filter: {} });
      }),
      { seed: 20260301, numRuns: 1000 },
    );
    assert.equal(all.all({ kind: 'thing', text: 'x'.repeat(2000), organizationId: '' }), undefined);
    assert.equal(links.all({ kind: 'key', text: 'AKIAEXAMPLE00000000A', organizationId: '' }), undefined);
  });

  test('whatever a log holds, the client reads back the same question, and Markdown sees no end of the link', () => {
    const text = fc.string({ unit: 'grapheme' });
    const some: fc.Arbitrary<EventFilter> = fc.record(
      {
        service: fc.constantFrom('workmail', 'all'),
        action: text,
        actor: text,
        userAgent: text,
        target: text,
        malformed: fc.boolean(),
        from: fc.integer(),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(some, (filter) => {
        const href = links.selection(filter, 'name');
        assert.match(href ?? '', /^selection\/[A-Za-z0-9%._~-]+\/name\.json$/);
        assert.deepEqual(readLink(`/${decodeURIComponent(href ?? '')}`), { kind: 'selection', filter });
      }),
      { seed: 20260301, numRuns: 1000 },
    );
  });
});
