import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { HandedList } from '../../../../../server/src/core/investigate/report/handed/handedLists';
import { LinkedEvents } from '../../../../../server/src/core/investigate/report/html/linkedEvents';
import { listsHtml } from '../../../../../server/src/core/investigate/report/html/listsHtml';

/** Every other one of so many events, as one list of a report that has twice as many. */
function everyOther(count: number): { readonly list: HandedList; readonly all: number } {
  const events = Array.from({ length: count }, (_, at) => 2 * at);
  return { list: { id: 'A1', names: ['calls'], events }, all: 2 * count };
}

/** What stands above the list, and the numbers in it that are links. */
function told({ list, all }: ReturnType<typeof everyOther>): {
  readonly lead: string;
  readonly links: readonly string[];
} {
  const keys = Array.from({ length: all }, (_, key) => key);
  const written = listsHtml([list], { keys, numbers: Uint32Array.from(keys, (key) => key + 1) }, new LinkedEvents());
  const lead = /^<p>([^<]*)<\/p>/.exec(written)?.[1] ?? '';
  return { lead, links: Array.from(written.matchAll(/<a href="#e\d+">([\d,]+)<\/a>/g), ([, number]) => number ?? '') };
}

suite('the entries of a list', () => {
  test('are all links where they are few', () => {
    assert.deepEqual(told(everyOther(3)), { lead: '', links: ['1', '3', '5'] });
  });

  test('are links once in each table where they are many', () => {
    assert.deepEqual(told(everyOther(125)), {
      lead: 'Where a list has more than 20 entries, the first in each table of Appendix C is a link; the others stand in the same table.',
      links: ['1', '101', '201'],
    });
  });

  test('are no more links than fifty, however many tables there are', () => {
    const { lead, links } = told(everyOther(10_000));
    assert.deepEqual(
      { lead, count: links.length, some: [links[0], links[1], links.at(-1)] },
      {
        lead: 'Where a list has more than 20 entries, the first in each 4 tables of Appendix C is a link; the others stand in the same tables.',
        count: 50,
        some: ['1', '401', '19,601'],
      },
    );
  });
});
