import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import { treeFolder } from '../material';
import type { TimelineAsked, TimelineTook } from '../programs/timelineProduct';
import { median, percentile } from '../samples';
import { atMost, type Section } from '../section';
import { cost, SHARE } from './follow';
import type { Scale } from './scale';

const { countedMs } = budgets.time.timeline;
const TIMES = 20;
const FILES_OF_FIGURES = 21_234;

/** What is asked, in the order of the table, what each is called, and what it is held to. */
const ASKED: Readonly<Record<TimelineAsked, readonly [words: string, most: number | undefined]>> = {
  first: ['the first bars of all events', countedMs.first],
  zoomed: ['the bars of one day', undefined],
  split: ['all bars, split by something else', undefined],
  lanes: ['lanes of 200 principals', undefined],
  targets: ['lanes of 200 mailboxes and other targets', undefined],
  hours: ['the map of days and hours', undefined],
  values: ['the columns of five fields', undefined],
  brushed: ['one day brushed, to the new counts of the tree', countedMs.brushed],
};

/** What the page of the timeline asks of many events, over the server's standard streams. */
export async function measureTimeline({ followFiles }: Scale): Promise<Section> {
  const { folder, records } = await treeFolder(followFiles, SHARE);
  const { result } = await runProgram<TimelineTook>('timelineProduct', { args: [folder, `${TIMES}`] });
  const rows = Object.entries(ASKED).map(([asked, [words, most]]) => {
    const [first, ...others] = result[asked as TimelineAsked];
    const all = others.length === 0 && first !== undefined ? [first] : others;
    const [times, worked] = [all.map(({ ms }) => ms), all.map(({ cpuMs }) => cpuMs)];
    const late = percentile(times, 0.95);
    const isHeld = most !== undefined && followFiles === FILES_OF_FIGURES;
    return [
      words,
      cost(first?.ms ?? Number.NaN, first?.cpuMs ?? Number.NaN),
      cost(median(times), median(worked)),
      cost(late, percentile(worked, 0.95)),
      isHeld ? atMost(late, most, ' ms') : '–',
    ];
  });
  return {
    title: 'The timeline of a folder',
    method:
      `A folder of ${records.toLocaleString('en')} records of all services is inspected by the real server, which then has nothing more to do. ` +
      `Then it is asked over the standard streams what the page asks: once for all bars, and ${TIMES} times for everything else, each time another day, or another split. ` +
      'The page draws the first bars when they have come, and the tree its counts. Every time with the processor time of the server behind it.',
    columns: ['question', 'first', 'then, median', '95 %', 'figure'],
    rows,
  };
}
