import { periodOf } from '../gather';
import { clockText, dayText, secondText } from '../moments';
import type { PlacedFacts } from '../order';
import type { Inline, Line } from './blocks';
import type { Page } from './page';

/**
 * Titles of the columns of times. Dates break at their hyphens where a table gets narrow, and no Markdown forbids it; a title
 * that can't break, being as wide as the times below it, keeps the column wide enough.
 */
export function timeTitle({ day }: Page): string {
  return unbroken(day === undefined ? 'Date and time (UTC)' : 'Time (UTC)');
}

/** For columns of `periodLine`. */
export function periodTitle({ day }: Page): string {
  return unbroken(day === undefined ? 'First and last time (UTC)' : 'First and last (UTC)');
}

/** When an event happened, leading to it; only the time of day where all events are of one day. */
export function timeLink(
  { day, links }: Page,
  { log, facts }: PlacedFacts,
): Extract<Inline, { readonly href: unknown }> {
  const href = links.event(log, facts.index);
  if (facts.time === undefined) return { text: facts.eventTime === '' ? 'no time' : 'unreadable time', href };
  return { text: day === undefined ? secondText(facts.time) : clockText(facts.time), href };
}

/** First and last time of events in the order they happened, once where they are the same; the day of the last where it is another. */
export function periodLine(page: Page, events: readonly PlacedFacts[]): Line {
  const timed = events.filter(({ facts }) => facts.time !== undefined);
  const [first] = timed;
  const last = timed.at(-1);
  const period = periodOf(events);
  if (first === undefined || last === undefined || period === undefined) return ['no time'];
  if (period.first === period.last) return [timeLink(page, first)];
  const isOneDay = dayText(period.first) === dayText(period.last);
  const end = timeLink(page, last);
  return [timeLink(page, first), ' – ', isOneDay ? { ...end, text: clockText(period.last) } : end];
}

function unbroken(title: string): string {
  return title.replaceAll(' ', '\u00a0');
}
