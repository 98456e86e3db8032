import { groupBy } from '../groupBy';
import { shownTargets } from '../listedEvent';
import type { EventInLog } from '../order';
import { type Block, heading, type Line, list, paragraph, table } from './blocks';
import { cellText, entryOf, fewValues, numberText, type Page } from './page';
import { notesOn, parametersSection } from './parameters';
import { timeLink, timeTitle } from './times';

/** Events of this kind are listed one by one, so there is room for more than in other tables. */
export const MOST_EVENTS = 200;

/** Events that weigh most, one by one, and why they do. */
export function notableSection(page: Page): readonly Block[] {
  const { notable } = page.findings;
  if (notable.length === 0) return [];
  const shown = notable.slice(0, MOST_EVENTS);
  const left = notable.length - shown.length;
  const more = `${numberText(left)} later events of such actions are not listed here; the table of actions leads to all.`;
  const notes = notesOn(notable);
  const noteOf = new Map(notes.flatMap(({ number, events }) => events.map((event) => [event, number] as const)));
  return [
    heading(2, 'Events to look at first'),
    paragraph(
      'Calls that give access to mail, move it elsewhere, remove it or hide traces. Most of them are daily work of an ',
      'administrator, or steps of a planned move to another service; what tells is who, from where, with which ',
      'parameters, and what came before.',
    ),
    ...parametersSection(page, notes),
    heading(3, 'One by one'),
    table(
      [timeTitle(page), 'Action (weight), failure', 'Who, on what'],
      shown.map((event) => eventRow(page, event, noteOf.get(event))),
    ),
    ...(left > 0 ? [paragraph(more)] : []),
    heading(3, 'Why these actions weigh, and what to check'),
    list(reasons(notable)),
  ];
}

function eventRow(page: Page, event: EventInLog, note: number | undefined): readonly Line[] {
  const { facts } = event;
  const targets = fewValues(shownTargets(facts, page.findings.entities), MOST_TARGETS, '');
  return [
    [{ ...timeLink(page, event), isPlace: true }],
    [
      ...cellText(facts.eventName, 'name cannot be read'),
      facts.weight === undefined ? '' : ` (${facts.weight})`,
      ...outcomeLine(event),
      note === undefined ? '' : `, note\u00a0${note}`,
    ],
    [...cellText(facts.actor.name, 'unknown'), ...(facts.targets.length === 0 ? [] : [' on ', ...targets])],
  ];
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
