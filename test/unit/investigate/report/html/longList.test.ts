import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LONG_LIST, longList } from '../../../../../server/src/core/investigate/report/html/longList';

it('writes a long list as several, each told about as high as the lines of its entries, tags left out, and of those below them', () => {
  const short = '<li><a href="#a-link-that-is-no-part-of-what-is-read">one line</a></li>';
  const long = `<li>${'x'.repeat(126)}<ul><li>below</li></ul></li>`;
  const entries = [...Array.from({ length: LONG_LIST }, () => short), long];
  assert.deepEqual(longList(entries).split('\n'), [
    // A hundred lines of 23 pixels, with 3 between them.
    '<div class="chunk" style="contain-intrinsic-size:auto 2600px"><ul>',
    ...entries.slice(0, LONG_LIST),
    '</ul></div>',
    // Two lines, and one below them.
    '<div class="chunk" style="contain-intrinsic-size:auto 75px"><ul>',
    long,
    '</ul></div>',
  ]);
});
