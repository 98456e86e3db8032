import type { EventInLog } from '../order';
import { clockText, secondText } from '../utcText';
import type { Inline, Line } from './blocks';
import type { Page } from './page';

/**
 * Title of a column of times. Dates break at their hyphens where a table gets narrow, and no Markdown forbids it; a title that
 * can't break, being wider than the dates below it, keeps the column wide enough.
 */
export function timeTitle({ day }: Page): string {
  return day === undefined ? fullTimeTitle : unbroken('Time (UTC)');
}

/** For a column of `fullTimeLink`. */
export const fullTimeTitle = unbroken('Date and time (UTC)');

/** For the columns of `periodCells`. */
export const periodTitles: readonly string[] = ['Earliest (UTC)', 'Latest (UTC)'].map(unbroken);

/** Our own words that lead to one event. */
type TimeLink = Extract<Inline, { readonly href: unknown }>;

/** When an event happened, leading to it; only the time of day where all events are of one day. */
export function timeLink(page: Page, event: EventInLog): TimeLink {
  const link = fullTimeLink(page, event);
  const { time } = event.facts;
  return time === undefined || page.day === undefined ? link : { ...link, text: clockText(time) };
}

/** The same with its day in any case, for what is copied out of the report. */
export function fullTimeLink({ links }: Page, { log, facts }: EventInLog): TimeLink {
  const unread = facts.eventTime === '' ? 'no time' : 'unreadable time';
  return { text: facts.time === undefined ? unread : secondText(facts.time), href: links.event(log, facts.index) };
}

/** First and last time of events in the order they happened. */
export function periodCells(page: Page, events: readonly EventInLog[]): readonly Line[] {
  const timed = events.filter(({ facts }) => facts.time !== undefined);
  return [timed[0], timed.at(-1)].map((event) => (event === undefined ? ['no time'] : [timeLink(page, event)]));
}

function unbroken(title: string): string {
  return title.replaceAll(' ', '\u00a0');
}
