import { serviceLabel } from '../explain/serviceLabel';
import { duration } from '../explain/values/timeText';
import type { Entities } from '../investigate/entities';
import type { ReportLinks } from '../investigate/links';
import { shownTargets } from '../investigate/listedEvent';
import type { EventInLog } from '../investigate/order';
import { type Block, heading, type Inline, type Line, paragraph, table } from '../investigate/report/blocks';
import { cellText, countText, fewValues, numberText, programLine } from '../investigate/report/page';
import { toMarkdown } from '../investigate/report/toMarkdown';
import { clockText, dayText, minuteText } from '../investigate/utcText';
import { quietAfter } from './quiet';

/** All events that answer a question, to be read as they happened. */
export interface Trail {
  /** What they have in common, in words and as the log has it; absent for a question of somebody's own. */
  readonly about: { readonly words: string; readonly text: string } | undefined;
  /** As `printQuestion` writes it. Not escaped. */
  readonly question: string;
  /** The first of them, in the order they happened. */
  readonly events: readonly EventInLog[];
  /** How many there are. */
  readonly total: number;
}

/** What a column tells; it is left out where all events tell the same, and that is said once. */
interface Column {
  readonly title: string;
  readonly words: string;
  readonly textOf: (event: EventInLog) => string;
  readonly lineOf: (text: string) => Line;
}

const shown = (text: string): Line => cellText(text, 'unknown');
const WHO: Column = { title: 'Who', words: 'by', textOf: ({ facts }) => facts.actor.name, lineOf: shown };
const FROM: Column = { title: 'From', words: 'from', textOf: ({ facts }) => facts.sourceIPAddress, lineOf: shown };
const AGENT: Column = {
  title: 'Program',
  words: 'with',
  textOf: ({ facts }) => facts.userAgent,
  lineOf: (text) => programLine(text),
};
/** The day of events whose time can't be read. */
const NO_DAY = 'Without a readable time';
const MOST_TARGETS = 3;

/**
 * One list of events of all services in the order they happened, day by day, as Markdown; long pauses are told, since what is
 * not there is as telling as what is.
 *
 * @param entities what the logs teach about ids
 */
export function trailText(trail: Trail, links: ReportLinks, entities: Entities): string {
  const { events, total } = trail;
  const columns = [WHO, FROM, AGENT];
  const told = columns.filter((column) => commonText(events, column) === undefined);
  const blocks = [...lead(trail, columns)];
  const quiet = quietAfter(events.map(({ facts }) => facts.time));
  for (const [day, ofDay] of byDay(events)) {
    blocks.push(heading(2, day));
    let rows: (readonly Line[])[] = [];
    const close = (): void => {
      if (rows.length > 0)
        blocks.push(table(['Time (UTC)', 'What', 'On what', ...told.map(({ title }) => title)], rows));
      rows = [];
    };
    for (const { event, at } of ofDay) {
      rows.push(rowOf(event, told, links, entities));
      const pause = quiet.get(at);
      if (pause === undefined) continue;
      close();
      blocks.push(paragraph(`Quiet for ${duration(pause)}.`));
    }
    close();
  }
  const left = total - events.length;
  if (left > 0) {
    const what = countText(left, 'later event is', 'later events are');
    blocks.push(paragraph(`${what} not listed here: filter the tree of events by the question above to see all.`));
  }
  return toMarkdown(blocks);
}

function lead({ about, question, events, total }: Trail, columns: readonly Column[]): readonly Block[] {
  const title: Line =
    about === undefined
      ? ['Everything that answers ', { log: question }]
      : [`Everything with the ${about.words} `, { log: about.text }];
  const [first] = events;
  if (first === undefined)
    return [heading(1, ...title), paragraph('No event was found in the logs that are open or inspected.')];
  const failed = events.filter(({ facts }) => facts.outcome === 'failed').length;
  const ofListed = total > events.length ? ` of the first ${numberText(events.length)}` : '';
  const common = columns.flatMap((column): Line => {
    const text = commonText(events, column);
    return text === undefined || text === '' ? [] : [`, all ${column.words} `, ...column.lineOf(text)];
  });
  return [
    heading(1, ...title),
    paragraph(
      `${countText(total, 'event')}${periodText(events)}`,
      ...common,
      `; ${numberText(failed)}${ofListed} failed.`,
    ),
    paragraph('Services: ', ...servicesLine(events), '.'),
    paragraph('All times are UTC. *Filter Events…* picks the same events in the tree by this question:'),
    paragraph({ log: question, most: Number.POSITIVE_INFINITY }),
  ];
}

function commonText(events: readonly EventInLog[], { textOf }: Column): string | undefined {
  const [first] = events;
  const text = first && textOf(first);
  return events.length > 1 && events.every((event) => textOf(event) === text) ? text : undefined;
}

function periodText(events: readonly EventInLog[]): string {
  const times = events.flatMap(({ facts }) => (facts.time === undefined ? [] : [facts.time]));
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return '';
  const [from, to] = [minuteText(first), minuteText(last)];
  return from === to ? ` at ${from}` : ` from ${from} to ${to}`;
}

/** The most frequent first. */
function servicesLine(events: readonly EventInLog[]): Line {
  const counts = new Map<string, number>();
  for (const { facts } of events) {
    const service = serviceLabel(facts.eventSource);
    counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  const sorted = Array.from(counts).sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  return sorted.flatMap(
    ([service, count], at): Line => [
      at === 0 ? '' : ', ',
      ...cellText(service, 'none that can be read'),
      ` ${numberText(count)}`,
    ],
  );
}

function rowOf(event: EventInLog, told: readonly Column[], links: ReportLinks, entities: Entities): readonly Line[] {
  const { log, facts } = event;
  const time: Inline = {
    text: facts.time === undefined ? 'no time' : clockText(facts.time),
    href: links.event(log, facts.index),
  };
  const outcome: Line =
    facts.outcome !== 'failed'
      ? []
      : facts.errorCode === ''
        ? [', failed']
        : [', failed: ', ...cellText(facts.errorCode, '')];
  return [
    [time],
    [
      ...cellText(serviceLabel(facts.eventSource), 'unknown service'),
      ' ',
      ...cellText(facts.eventName, 'name cannot be read'),
      facts.weight === 'critical' || facts.weight === 'high' ? ` (${facts.weight})` : '',
      ...outcome,
    ],
    fewValues([...shownTargets(facts, entities), ...facts.things], MOST_TARGETS, ''),
    ...told.map(({ textOf, lineOf }) => lineOf(textOf(event))),
  ];
}

/** Days in their order, with the place of each event among all. */
function byDay(events: readonly EventInLog[]): ReadonlyMap<string, readonly { event: EventInLog; at: number }[]> {
  const days = new Map<string, { event: EventInLog; at: number }[]>();
  for (const [at, event] of events.entries()) {
    const { time } = event.facts;
    const day = time === undefined ? NO_DAY : dayText(time);
    const known = days.get(day);
    if (known === undefined) days.set(day, [{ event, at }]);
    else known.push({ event, at });
  }
  return days;
}
