import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { HandedList } from '../../../../../server/src/core/investigate/report/handed/handedLists';
import { NearLists } from '../../../../../server/src/core/investigate/report/handed/nearLists';

suite('lists of a report that are nearly the same', () => {
  test('are told by the nearest of those that were told, with what they have not and have beside', () => {
    const lists = new NearLists(1000);
    lists.tell(listCalled('A1'), stretch(1, 100));
    lists.tell(listCalled('A2'), stretch(40, 140));
    assert.deepEqual(lists.nearest(stretch(43, 142)), {
      list: listCalled('A2'),
      without: [40, 41, 42],
      also: [141, 142],
    });
  });

  test('are told in full where they differ in more than one of eight events', () => {
    const lists = new NearLists(1000);
    lists.tell(listCalled('A1'), stretch(1, 100));
    assert.equal(lists.nearest(stretch(10, 110)), undefined);
  });

  test('may have no list before them', () => {
    assert.equal(new NearLists(1000).nearest(stretch(1, 100)), undefined);
  });
});

function listCalled(id: string): HandedList {
  return { id, names: ['Events'], events: [] };
}

function stretch(first: number, last: number): Uint32Array {
  return Uint32Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
