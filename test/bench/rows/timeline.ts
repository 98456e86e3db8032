import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import { treeFolder } from '../material';
import type { TimelineDrew } from '../programs/timelinePage';
import type { TimelineAsked, TimelineTook } from '../programs/timelineProduct';
import { median, percentile } from '../samples';
import { atLeast, atMost, percent, type Section } from '../section';
import type { Frames } from '../timeline/countFrames';
import { cost, SHARE } from './follow';
import type { Scale } from './scale';

const { countedMs, framesInTimeBesideRest } = budgets.time.timeline;
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

/** How long what is in sight is moved each way. */
const SECONDS = 10;
/** Sixty a second. A frame that begins half of one later has let one pass. */
const FRAME_MS = 1000 / 60;

/** What was done with the page while its frames were counted, in the order of the table, and what each is called. */
const MOVED: Readonly<Record<keyof TimelineDrew, string>> = {
  idle: 'a frame of the page at rest',
  dragged: 'a frame while a day and a half is dragged through all time',
  paged: 'a frame while Page Down is held',
};

/** What the page of the timeline asks of many events, over the server's standard streams, and how smoothly it moves. */
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
  const { result: drew } = await runProgram<TimelineDrew>('timelinePage', { args: [folder, `${SECONDS}`] });
  const frames = Object.entries(MOVED).map(([moved, words]) => [
    words,
    '–',
    ...drawn(drew[moved as keyof TimelineDrew], moved === 'idle' ? undefined : inTime(drew.idle)),
  ]);
  return {
    title: 'The timeline of a folder',
    method:
      `A folder of ${records.toLocaleString('en')} records of all services is inspected by the real server, which then has nothing more to do. ` +
      `Then it is asked over the standard streams what the page asks: once for all bars, and ${TIMES} times for everything else, each time another day, or another split. ` +
      'The page draws the first bars when they have come, and the tree its counts. Every time with the processor time of the server behind it. ' +
      `At last the page itself is opened in Chromium, which paints without a graphics card, with this server behind it, and its frames are counted for ${SECONDS} seconds each way: ` +
      'from one to the next, with the processor time of the thread that runs its script behind it. In time is a frame that follows 16.7 ms after another; how many are depends on what else the machine does, so the page at rest is beside it.',
    columns: ['question', 'first', 'then, median', '95 %', 'figure'],
    rows: [...rows, ...frames],
  };
}

/** @param rest the share that is in time while nothing moves; undefined where that is what is told */
function drawn({ betweenMs, cpuMs }: Frames, rest: number | undefined): readonly string[] {
  const share = inTime({ betweenMs });
  const words = `${percent(share)} in time`;
  const figure = rest === undefined ? words : `${words}; beside rest ${atLeast(share / rest, framesInTimeBesideRest)}`;
  return [cost(median(betweenMs), cpuMs), cost(percentile(betweenMs, 0.95), Number.NaN), figure];
}

function inTime({ betweenMs }: Pick<Frames, 'betweenMs'>): number {
  return betweenMs.filter((ms) => ms < 1.5 * FRAME_MS).length / betweenMs.length;
}
