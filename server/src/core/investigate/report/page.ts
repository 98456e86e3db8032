import type { CatalogEntry } from '../../check/schemaTypes';
import { programOf } from '../../explain/program';
import { knownAction } from '../../explain/words';
import { isMailCall } from '../../record';
import type { Case } from '../case/case';
import type { EventFilter } from '../filter';
import type { Findings } from '../findings';
import { differentTexts, ended } from '../groupBy';
import { type GroupField, groupFields } from '../groupFields';
import type { ReportLinks, ReportName } from '../links';
import type { EventInLog } from '../order';
import type { OwnTold } from '../own/ownTold';
import type { Answered } from '../questions/readingOrder';
import type { Summary } from '../summary';
import { type Block, type Inline, type Line, paragraph, table } from './blocks';
import { countText, numberText } from './numbers';
import type { Subject } from './subject';

export { countText, numberText };

/** One of the logs a report speaks of, by its position in the summary. */
export interface ReportSource {
  /** How the log is called: a file name, a path. Not escaped. */
  readonly label: string;
  /** What was read, in words: `{"Records": […]}`, `not a CloudTrail log`. */
  readonly form: string;
  /** How many logs it stands for; absent: one. None: it was looked at and is no log, such as a digest file. */
  readonly logs?: number;
}

/** The question that a report is on: it tells of the records that answer it, and of no others. */
export interface AskedFor {
  /** As `printQuestion` writes it. Not escaped. */
  readonly question: string;
  /** Records that do not answer it, and how many of these are broken JSON. */
  readonly unasked: { readonly records: number; readonly broken: number };
}

/** All that the sections of a report are made from. */
export interface Page {
  readonly summary: Summary;
  readonly findings: Findings;
  readonly sources: readonly ReportSource[];
  readonly links: ReportLinks;
  /** The day in UTC on which all WorkMail events happened, as `2026-03-01`; undefined where they are of several days. */
  readonly day: string | undefined;
  readonly subject: Subject;
  readonly asked: AskedFor | undefined;
  /** What was answered to the questions that are asked of every log; undefined where that is not known. */
  readonly answers: readonly Answered[] | undefined;
  /** What WorkMail's own logs tell; undefined where there are none, and where nobody has looked. */
  readonly own: OwnTold | undefined;
  /** What somebody wrote on these questions; undefined where nothing is known of it. */
  readonly written: Case | undefined;
  /** It is for somebody who has neither the logs nor this tool: what weighs is not cut, and nothing is said of how to see more. */
  readonly isHandedOver: boolean;
}

/** Rows of one table: a report is read by people, who have little time. What is left out is said, and where it is. */
export const MOST_ROWS = 10;

/** How many of a list are shown: of a report that is handed over nobody can ask for the rest. @param few where somebody can */
export function mostOf({ isHandedOver }: Page, few: number): number {
  return isHandedOver ? Number.POSITIVE_INFINITY : few;
}

/** A number that leads to its events: to the event itself where there is one, else to a selection. */
export function eventsLink(
  { links }: Page,
  events: readonly EventInLog[],
  filter: EventFilter,
  name: string,
  text: string = numberText(events.length),
): Inline {
  const [only] = events;
  if (only === undefined) return text;
  const single = events.length === 1 ? links.event(only.log, only.facts.index) : undefined;
  return { text, href: single ?? links.selection({ service: 'workmail', ...filter }, name, events) };
}

/** A number of records that are not counted as distinct events, so that only a selection can show them. */
export function recordsLink({ links }: Page, count: number, filter: EventFilter, name: string): Inline {
  const text = numberText(count);
  return count === 0 ? text : { text, href: links.selection(filter, name) };
}

/** The counts of a group where there is little room: all, failed. */
export function failureCells(
  page: Page,
  events: readonly EventInLog[],
  filter: EventFilter,
  name: string,
): readonly Line[] {
  const failed = eventsLink(page, ended(events, 'failed'), { ...filter, outcome: 'failed' }, `${name} failed`);
  return [[eventsLink(page, events, filter, name)], [failed]];
}

/** The same with those that succeeded: all, succeeded, failed. */
export function countCells(
  page: Page,
  events: readonly EventInLog[],
  filter: EventFilter,
  name: string,
): readonly Line[] {
  const [all = [], failed = []] = failureCells(page, events, filter, name);
  const succeeded = ended(events, 'succeeded');
  return [all, [eventsLink(page, succeeded, { ...filter, outcome: 'succeeded' }, `${name} succeeded`)], failed];
}

/**
 * A value from a log, or words for its absence, for a cell of a table, which must not grow beyond the page. What is cut of a text without a place to break is its
 * middle: the end of a role's session is the person, the end of an ARN the thing.
 *
 * @param most longest text to show, in UTF-16 units
 */
export function cellText(text: string, absent: string, most = 100): Line {
  if (!isCutShort(text)) return text === '' ? [absent] : [{ log: text, most }];
  // Halves of surrogate pairs would show as escapes.
  const start = text.slice(0, 19).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(-20).replace(/^[\udc00-\udfff]/, '');
  return [{ log: `${start}…${end}` }];
}

/**
 * A user agent with the program it tells of before it, if that is known.
 *
 * @param most longest text to show, in UTF-16 units
 */
export function programLine(userAgent: string, most?: number): Line {
  const program = programOf(userAgent);
  const text = cellText(userAgent, 'not recorded', most);
  return program === undefined ? text : [{ words: program }, ' (', ...text, ')'];
}

/** Whether a cell shows a text without its middle. */
export function isCutShort(text: string): boolean {
  return UNBROKEN.test(text);
}

/** A text that is longer without a place to break than a cell is wide. Browsers break at spaces and hyphens only. */
const UNBROKEN = /[^\s-]{41}/;

/**
 * Some values one after the other, each once, and how many more there are.
 *
 * @param cellOf what is shown of one
 */
export function fewValues(
  values: readonly (string | undefined)[],
  most: number,
  absent: string,
  cellOf: (value: string) => Line = (value) => cellText(value, absent),
): Line {
  const found = differentTexts(values);
  const line = found.slice(0, most).flatMap((value, index): Line => [index === 0 ? '' : ', ', ...cellOf(value)]);
  if (found.length === 0) return [absent];
  return found.length > most ? [...line, ` and ${numberText(found.length - most)} more`] : line;
}

/** A value of a log that leads to all events that name the same. */
export function allLink({ links }: Page, name: ReportName, line: Line): Line {
  if (name.text === '') return line;
  const href = links.all(name);
  return line.map((inline) => (typeof inline !== 'string' && 'log' in inline ? { ...inline, href } : inline));
}

/** What a table holds, and by what events have to be grouped to see those that it has no room for. */
export interface Kept {
  readonly what: string;
  readonly field: GroupField | 'agent' | 'error';
  /** How many rows to show. */
  readonly most?: number;
}

/** A table and a sentence on the rows that are left out. */
export function cappedTable(
  titles: readonly string[],
  rows: readonly (readonly Line[])[],
  kept: Kept,
): readonly Block[] {
  const { what, field, most = MOST_ROWS } = kept;
  const shown = table(titles, rows.slice(0, most));
  const left = rows.length - most;
  return left <= 0
    ? [shown]
    : [shown, paragraph(`and ${numberText(left)} more ${what}: `, { words: allGrouped(field) })];
}

/** How to see all that events have in common. */
export function allGrouped(field: Kept['field']): string {
  const inTree = groupFields.some((known) => known === field)
    ? `group the tree of events by ${field}, or ask `
    : 'ask ';
  return `${inTree}\`workmail-trail events --group ${field}\`.`;
}

/** What is known of the action of an event; undefined for actions of other names or services. */
export function entryOf({ facts: { service, eventName } }: EventInLog): CatalogEntry | undefined {
  return !isMailCall(service) ? undefined : knownAction({ service, name: eventName })?.entry;
}
