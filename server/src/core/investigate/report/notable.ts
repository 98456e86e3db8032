import { type EventFilter, matches } from '../filter';
import { groupBy } from '../groupBy';
import { shownTargets } from '../listedEvent';
import type { EventInLog } from '../order';
import { shortId } from '../shortId';
import { type Block, heading, type Inline, type Line, list, paragraph, table } from './blocks';
import { type Folded, folded } from './folded';
import { cellText, entryOf, eventsLink, fewValues, mostOf, numberText, type Page } from './page';
import { type Note, notesOn, parametersSection } from './parameters';
import { timeLink, timeTitle } from './times';

/** Rows of calls that are alike. */
const MOST_FOLDED = 20;
/** Reasons why actions weigh. */
const MOST_REASONS = 2;

/** Events by their eventName. */
type ByAction = ReadonlyMap<string, readonly EventInLog[]>;

/** Events that weigh most: what their parameters say, and those that are alike together. */
export interface NotableAlike {
  readonly notes: readonly Note[];
  readonly all: readonly Folded[];
}

/** @param notable as they happened */
export function notableAlike(notable: readonly EventInLog[]): NotableAlike {
  const notes = notesOn(notable);
  return { notes, all: foldedBy(notable, notes) };
}

/** Events that weigh most, those that are alike in one row, and why they do. */
export function notableSection(page: Page, { notes, all }: NotableAlike): readonly Block[] {
  const { notable } = page.findings;
  if (notable.length === 0) return [];
  const shown = heaviest(all);
  const left = all.length - shown.length;
  const why = reasons(notable);
  const most = mostOf(page, MOST_REASONS);
  const byAction = new Map(page.findings.actions.map(({ key, events }) => [key, events]));
  return [
    heading(2, 'Events to look at first'),
    paragraph(
      'Calls that give access to mail, move it elsewhere, remove it or hide traces; most are daily work, or steps of a planned ',
      'move. What tells is who, from where, with which parameters, and what came before. Calls that are alike are one row.',
    ),
    ...parametersSection(page, notes),
    heading(3, 'As they happened'),
    table(
      [timeTitle(page), 'Events#', 'Action (weight)', 'Who, on what, failure, until when'],
      shown.map((each) => foldedRow(page, each, byAction)),
    ),
    ...(left > 0
      ? [
          paragraph(
            `and ${numberText(left)} more such rows that weigh less; the table of actions leads to all of them.`,
          ),
        ]
      : []),
    heading(3, 'Why these actions weigh, and what to check'),
    list(
      why.length > most
        ? [...why.slice(0, most), [`and ${numberText(why.length - most)} more: a hover over the action tells.`]]
        : why,
    ),
  ];
}

/** The heaviest rows of the table, for whoever tells more of them. */
export function notableRows({ all }: NotableAlike, most: number): readonly Folded[] {
  return heaviest(all, most);
}

function foldedBy(notable: readonly EventInLog[], notes: readonly Note[]): readonly Folded[] {
  const noteOf = new Map(notes.flatMap(({ number, events }) => events.map((event) => [event, number] as const)));
  return folded(notable, (event) => noteOf.get(event));
}

/** Those whose parameters say something before others, and then by their weight; in the order they happened. */
function heaviest(all: readonly Folded[], most = MOST_FOLDED): readonly Folded[] {
  if (all.length <= most) return all;
  // What was refused did no harm.
  const rank = ({ events: [{ facts }], note }: Folded): number =>
    weights.length * (Number(note === undefined) + Number(facts.outcome === 'failed')) +
    weights.indexOf(facts.weight ?? 'info');
  const kept = new Set([...all].sort((left, right) => rank(left) - rank(right)).slice(0, most));
  return all.filter((each) => kept.has(each));
}

/** @param byAction all events of the report */
function foldedRow(page: Page, { events, note }: Folded, byAction: ByAction): readonly Line[] {
  const [event] = events;
  const { facts } = event;
  const { entities } = page.findings;
  const targets = events.flatMap((each) => shownTargets(each.facts, entities)).map(inShortId);
  const last = events.at(-1);
  return [
    [timeLink(page, event)],
    [countLink(page, events, byAction)],
    [
      ...cellText(facts.eventName, 'name cannot be read'),
      facts.weight === undefined ? '' : ` (${facts.weight})`,
      note === undefined ? '' : `, note\u00a0${note}`,
    ],
    [
      ...cellText(facts.actor.name, 'unknown'),
      ...(targets.length === 0 ? [] : [' on ', ...fewValues(targets, MOST_TARGETS, '')]),
      ...outcomeLine(event),
      ...(last === undefined || last === event ? [] : [', until ', timeLink(page, last)]),
    ],
  ];
}

/** Names stay whole. */
function inShortId(target: string): string {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(target) ? shortId(target) : target;
}

/** To a selection where a question picks these events and no others, else to a list of them. */
function countLink(page: Page, events: Folded['events'], byAction: ByAction): Inline {
  const [{ facts }] = events;
  const { actor, eventName, outcome, errorCode } = facts;
  const filter: EventFilter = {
    actor: actor.key,
    action: eventName,
    outcome,
    ...(errorCode !== '' && { errorCode }),
  };
  const { findings, links } = page;
  const alike = byAction.get(eventName) ?? [];
  const picked = alike.filter((event) => matches(filter, event, findings.entities)).length;
  if (picked === events.length) return eventsLink(page, events, filter, `${eventName} alike`);
  return { text: numberText(events.length), href: links.events(events, `${eventName} by ${actor.name}`) };
}

/** A mailbox and the bucket it goes to: no call has more that matter at first sight. */
const MOST_TARGETS = 2;

function outcomeLine({ facts }: EventInLog): Line {
  if (facts.malformed === 'syntax') return [', malformed'];
  if (facts.outcome === 'succeeded') return [];
  if (facts.outcome === 'unknown') return [', outcome unknown'];
  return facts.errorCode === '' ? [', failed'] : [', failed: ', ...cellText(facts.errorCode, '')];
}

/** The heaviest first. */
const weights = ['critical', 'high', 'medium', 'low', 'info'];

function reasons(notable: readonly EventInLog[]): readonly Line[] {
  const entries = groupBy(notable, ({ facts }) => [facts.eventName]).flatMap(({ key, events: [first] }) => {
    const entry = first && entryOf(first);
    return entry === undefined ? [] : [{ name: key, entry }];
  });
  return entries
    .sort((left, right) => weights.indexOf(left.entry.weight) - weights.indexOf(right.entry.weight))
    .map(({ name, entry }): Line => [{ log: name }, ` (${entry.weight}): `, { words: inShort(entry.investigate) }]);
}

/** Why it matters and what to check first; the hover has the rest. */
function inShort(words: string): string {
  const sentences = words.split(/(?<=[.?]) (?=[A-Z])/);
  return sentences.slice(0, 2).join(' ');
}
