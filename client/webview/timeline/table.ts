import { bucketAt } from '../../../server/src/wire/timelineWords';
import { button, element } from './elements';
import type { Stretch, Timeline } from './messages';
import { type Clocks, labelled, number } from './words';

/** More rows than anybody listens to: then the stretch of time is to be made shorter. */
const MOST_ROWS = 500;

/** The numbers of the bars in sight as a table: a row for each piece that holds events. */
export function countsTable(
  { starts, series, untimed }: Timeline,
  { from, to }: Stretch,
  clocks: Clocks,
  brush: (stretch: Stretch) => void,
): HTMLElement {
  const edges = Float64Array.from(starts);
  const size = edges.length - 1;
  const first = Math.max(0, bucketAt(edges, from));
  const last = bucketAt(edges, to);
  const head = element(
    'tr',
    {},
    heading('Time'),
    heading('Events'),
    ...series.map(({ label }) => heading(labelled(label))),
  );
  const rows: HTMLElement[] = [];
  let more = 0;
  for (let at = first; at < size && (last < 0 || at <= last); at++) {
    const counts = series.map((each) => each.counts[at] ?? 0);
    const sum = counts.reduce((all, count) => all + count, 0);
    if (sum === 0) continue;
    if (rows.length >= MOST_ROWS) {
      more++;
      continue;
    }
    const piece = { from: edges[at] ?? 0, to: edges[at + 1] ?? 0 };
    const words = clocks.stretch(piece.from, piece.to);
    const time = element(
      'th',
      { attributes: { scope: 'row' } },
      button(words, () => brush(piece), `${words}: brush this time`, 'link'),
    );
    rows.push(element('tr', {}, time, ...[sum, ...counts].map((count) => element('td', { text: number(count) }))));
  }
  const notes = [
    ...(more > 0 ? [`${number(more)} more rows: zoom in to see them.`] : []),
    ...(untimed > 0 ? [`${number(untimed)} without a time that can be read are in no row.`] : []),
  ];
  const caption = element('caption', { text: ['Events by time, of what the bars show.', ...notes].join(' ') });
  return element('table', { class: 'counts' }, caption, element('thead', {}, head), element('tbody', {}, ...rows));
}

function heading(text: string): HTMLElement {
  return element('th', { text, attributes: { scope: 'col' } });
}
