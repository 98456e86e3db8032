import { ended } from '../groupBy';
import type { Bar } from '../timeline';
import { drawTimeline } from '../timelineSvg';
import { dayText, minuteText } from '../utcText';
import { type Block, heading, type Line, paragraph, table } from './blocks';
import { countCells, countText, numberText, type Page } from './page';

/** Rows beside the picture, which shows the rest. */
const MOST_BARS_IN_WORDS = 10;

/** The time line as a picture, and the same numbers as a table that leads to the events. */
export function whenSection(page: Page): readonly Block[] {
  const { timeline } = page.findings;
  const held = timeline.bars.filter(({ events }) => events.length > 0);
  if (held.length === 0) return [];
  const words = pictureWords(page, held);
  const shown = busiest(held);
  const isOfDays = timeline.size % 86_400_000 === 0;
  const rows = shown.map(({ from, to, events }): readonly Line[] => [
    [isOfDays ? dayText(from) : minuteText(from)],
    ...countCells(page, events, { from, to }, `from ${minuteText(from).replace(':', '')}`),
  ]);
  const left = held.length - shown.length;
  const empty = timeline.bars.length - held.length;
  const notes = [
    `Each row is ${timeline.words}.`,
    empty > 0
      ? `${countText(empty, 'stretch', 'stretches')} of this length between first and last event held none.`
      : '',
    left > 0
      ? `${countText(left, 'stretch', 'stretches')} with fewer or as many events ${left === 1 ? 'is' : 'are'} not listed.`
      : '',
  ];
  return [
    heading(2, 'When'),
    { kind: 'picture', svg: drawTimeline(timeline, words), words },
    table(['From (UTC)', 'Events#', 'Succeeded#', 'Failed#'], rows),
    paragraph(notes.filter((note) => note !== '').join(' ')),
  ];
}

function pictureWords({ findings: { timeline, events }, subject }: Page, held: readonly Bar[]): string {
  const top = held.reduce((most, bar) => (bar.events.length > most.events.length ? bar : most));
  const timed = events.length - timeline.untimed.length;
  const failed = held.reduce((sum, bar) => sum + ended(bar.events, 'failed').length, 0);
  const most = `most (${numberText(top.events.length)}) from ${minuteText(top.from)}`;
  return `${subject.title} over time, UTC, one bar for ${timeline.words}: ${countText(timed, 'event')}, ${numberText(failed)} failed, ${most}`;
}

/** The bars with the most events, in the order of time. */
function busiest(held: readonly Bar[]): readonly Bar[] {
  if (held.length <= MOST_BARS_IN_WORDS) return held;
  return Array.from(held)
    .sort((left, right) => right.events.length - left.events.length || left.from - right.from)
    .slice(0, MOST_BARS_IN_WORDS)
    .sort((left, right) => left.from - right.from);
}
