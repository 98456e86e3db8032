import type { CatalogEntry } from '../../check/schemaTypes';
import { knownAction } from '../../explain/words';
import type { EventFilter } from '../filter';
import type { Findings } from '../findings';
import { ended } from '../gather';
import type { ReportLinks } from '../links';
import { secondText } from '../moments';
import type { PlacedFacts } from '../order';
import type { Summary } from '../summary';
import { type Block, type Inline, type Line, paragraph, table } from './blocks';

/** One of the logs a report speaks of, by its position in the summary. */
export interface ReportSource {
  /** How the log is called: a file name, a path. Not escaped. */
  readonly label: string;
  /** What was read, in words: `{"Records": […]}`, `not a CloudTrail log`. */
  readonly form: string;
}

/** All that the sections of a report are made from. */
export interface Page {
  readonly summary: Summary;
  readonly findings: Findings;
  readonly sources: readonly ReportSource[];
  readonly links: ReportLinks;
}

/** Rows of one table: a report is read by people. What is left out is said, and all of it can be reached by the links. */
export const MOST_ROWS = 50;

/** `1,234`, whatever language the machine speaks. */
export function numberText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 event`, `2 events` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** A number that leads to its events: to the event itself where there is one, else to a selection. */
export function eventsLink(
  { links }: Page,
  events: readonly PlacedFacts[],
  filter: EventFilter,
  name: string,
  text: string = numberText(events.length),
): Inline {
  const [only] = events;
  if (only === undefined) return text;
  const single = events.length === 1 ? links.event(only.log, only.facts.index) : undefined;
  return { text, href: single ?? links.selection({ service: 'workmail', ...filter }, name) };
}

/** A number of records that are not counted as distinct events, so that only a selection can show them. */
export function recordsLink({ links }: Page, count: number, filter: EventFilter, name: string): Inline {
  const text = numberText(count);
  return count === 0 ? text : { text, href: links.selection(filter, name) };
}

/** The cells every table of heaps has: all, succeeded, failed. */
export function countCells(
  page: Page,
  events: readonly PlacedFacts[],
  filter: EventFilter,
  name: string,
): readonly Line[] {
  const part = (outcome: 'succeeded' | 'failed'): Line => [
    eventsLink(page, ended(events, outcome), { ...filter, outcome }, `${name} ${outcome}`),
  ];
  return [[eventsLink(page, events, filter, name)], part('succeeded'), part('failed')];
}

/** When an event happened, leading to it. */
export function timeLink({ links }: Page, { log, facts }: PlacedFacts): Extract<Inline, { readonly href: unknown }> {
  const unread = facts.eventTime === '' ? 'no time' : 'unreadable time';
  const text = facts.time === undefined ? unread : secondText(facts.time);
  return { text, href: links.event(log, facts.index) };
}

/** First and last time of events in the order they happened. */
export function periodCells(page: Page, events: readonly PlacedFacts[]): readonly Line[] {
  const timed = events.filter(({ facts }) => facts.time !== undefined);
  return [timed[0], timed.at(-1)].map((event) => (event === undefined ? ['no time'] : [timeLink(page, event)]));
}

/** A value from a log, or words for its absence. */
export function logText(text: string, absent: string): Line {
  return text === '' ? [absent] : [{ log: text }];
}

/** A table of at most `MOST_ROWS` rows and a sentence on the rest. */
export function cappedTable(
  titles: readonly string[],
  rows: readonly (readonly Line[])[],
  what: string,
): readonly Block[] {
  const shown = table(titles, rows.slice(0, MOST_ROWS));
  const left = rows.length - MOST_ROWS;
  return left <= 0
    ? [shown]
    : [shown, paragraph(`${numberText(left)} more ${what} with fewer or as many events are not listed here.`)];
}

/** What is known of the action of an event; undefined for actions of other names or services. */
export function entryOf({ facts: { service, eventName } }: PlacedFacts): CatalogEntry | undefined {
  return service === 'other' ? undefined : knownAction({ service, name: eventName })?.entry;
}
