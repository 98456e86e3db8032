import assert from 'node:assert/strict';
import { filterWords, othersWords } from '../../../client/src/events/filterWords';
import { likeWords } from '../../../client/src/questions/likeWords';
import type { EventGroups, InspectedPlace } from '../../../server/src/wire/protocol';

const where = 'key:AKIA*';
const answer: EventGroups = {
  revision: 1,
  logs: [],
  groups: [],
  total: 0,
  others: 0,
  places: [],
  answered: { events: 12, of: 3481, problems: [] },
};
const place: InspectedPlace = {
  uri: 'file:///AWSLogs',
  isFolder: true,
  state: 'reading',
  found: 2,
  read: 1,
  partly: 0,
  skipped: 0,
  records: 1,
  workmail: 0,
  reasons: [],
};

describe('what the tree says of a filter', () => {
  it('is how many events it shows, and of how many', () => {
    assert.equal(filterWords(where, 'all', answer), '12 of 3,481 events: key:AKIA*');
    assert.equal(filterWords(where, 'all', { ...answer, others: 5 }), '12 of 3,481 events: key:AKIA*');
    assert.equal(filterWords(where, 'all', { ...answer, places: [place] }), '12 of 3,481 events so far: key:AKIA*');
  });

  it('is that it is one of another day, before all else', () => {
    assert.equal(
      filterWords(where, 'all', answer, true),
      'The filter is still the last one of this workspace. 12 of 3,481 events: key:AKIA*',
    );
  });

  it('is how many of them are hidden', () => {
    assert.equal(
      filterWords(where, 'workmail', { ...answer, others: 5 }),
      '12 of 3,481 events, 5 of them of other services and hidden: key:AKIA*',
    );
    assert.equal(
      filterWords(where, 'workmail', { ...answer, others: 12 }),
      '12 of 3,481 events, all of other services and hidden: key:AKIA*',
    );
    const one = { events: 1, of: 3, problems: [] };
    assert.equal(
      filterWords(where, 'workmail', { ...answer, others: 1, answered: one }),
      '1 of 3 events, of another service and hidden: key:AKIA*',
    );
  });

  it('is what to do where nothing matches, or the question cannot be read', () => {
    assert.equal(
      filterWords(where, 'workmail', { ...answer, answered: { events: 0, of: 1, problems: [] } }),
      '0 of 1 event. Change or clear the filter to see more: key:AKIA*',
    );
    const problems = [{ start: 3, end: 4, message: 'A value is missing.', meant: undefined }];
    assert.equal(
      filterWords('key:', 'workmail', { ...answer, answered: { events: 0, of: 1, problems } }),
      'The filter cannot be read. At character 4: A value is missing. Filter: key:',
    );
  });

  it('draws no icon from a value of a log, and is no longer than anybody reads', () => {
    assert.match(filterWords('actor:"$(trash)"', 'all', answer), /: actor:"\\\$\(trash\)"$/);
    assert.equal(filterWords('x'.repeat(400), 'all', answer), `12 of 3,481 events: ${'x'.repeat(299)}…`);
  });
});

describe('the row of other services', () => {
  it('counts what it shows and hides', () => {
    assert.equal(othersWords(2, false, false), 'Show 2 events of other services');
    assert.equal(othersWords(1, true, false), 'Hide 1 event of other services');
    assert.equal(othersWords(12, false, true), 'Show 12 matching events of other services');
  });
});

describe('the choice of events like one', () => {
  it('names what they have in common, and how many there are', () => {
    const like = { field: 'key', value: 'AKIA$(trash)', question: 'key:x', events: 1200 };
    assert.deepEqual(likeWords(like), { label: 'Same access key: AKIA\\$(trash)', description: '1,200 events' });
    assert.deepEqual(likeWords({ field: 'weight', value: 'high', question: 'weight:high', events: 1 }), {
      label: 'Same weight: high',
      description: 'this event alone',
    });
  });
});
