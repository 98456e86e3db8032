import { differentTexts, groupBy } from '../groupBy';
import type { EventInLog } from '../order';
import { type Block, heading, type Line, list, paragraph } from './blocks';
import { cellText, numberText, type Page } from './page';
import { timeLink } from './times';

/** Calls of one action whose parameters say the same; a table refers to it by its number. */
export interface Note {
  readonly number: number;
  /** In the order they happened, at least one. */
  readonly events: readonly EventInLog[];
}

/** What parameters say that weighs most, in the order it was said first. */
export function notesOn(notable: readonly EventInLog[]): readonly Note[] {
  const weighty = notable.filter(({ facts }) => facts.weighty.length > 0);
  const groups = groupBy(weighty, ({ facts }) => [JSON.stringify([facts.eventName, facts.weighty])]);
  const position = new Map(weighty.map((event, index) => [event, index]));
  const first = ([event]: readonly EventInLog[]): number => (event && position.get(event)) ?? 0;
  return Array.from(groups)
    .sort((left, right) => first(left.events) - first(right.events))
    .map(({ events }, index) => ({ number: index + 1, events }));
}

/** It is said as well where no parameter says anything: that tells a planned move from a theft. */
export function parametersSection(page: Page, notes: readonly Note[]): readonly Block[] {
  const none =
    'No recorded parameter of these calls stands out, such as a role or a key of another account or a rule for everybody. ' +
    'Refused calls mostly record no parameters.';
  return [
    heading(3, 'What their parameters say'),
    notes.length === 0 ? paragraph(none) : list(notes.map((note) => noteLine(page, note))),
  ];
}

const MOST_TIMES = 5;
const MOST_NAMES = 3;

function noteLine(page: Page, { number, events }: Note): Line {
  const { eventName, weighty } = events[0]?.facts ?? { eventName: '', weighty: [] };
  return [
    `Note ${number}: `,
    ...cellText(eventName, ''),
    ' by ',
    ...fewActors(events),
    ' at ',
    ...timesOf(page, events),
    '.',
    ...sentences(weighty),
  ];
}

/** In full, since a list has the room. */
function fewActors(events: readonly EventInLog[]): Line {
  const names = differentTexts(events.map(({ facts }) => facts.actor.name));
  const line = names.slice(0, MOST_NAMES).flatMap((log, index): Line => [index === 0 ? '' : ', ', { log }]);
  const left = names.length - MOST_NAMES;
  if (names.length === 0) return ['unknown'];
  return left > 0 ? [...line, ` and ${numberText(left)} more`] : line;
}

/** Each call leads to its event. */
function timesOf(page: Page, events: readonly EventInLog[]): Line {
  const line = events.slice(0, MOST_TIMES).flatMap((event, index): Line => {
    const failed = event.facts.outcome === 'failed' ? ' (failed)' : '';
    return [index === 0 ? '' : ', ', timeLink(page, event), failed];
  });
  const left = events.length - MOST_TIMES;
  return left > 0 ? [...line, ` and ${numberText(left)} more`] : line;
}

/** The words once, behind the parameters they are about; and parameters once, before all that is said of them. */
function sentences(weighty: EventInLog['facts']['weighty']): Line {
  const parameters = gathered(weighty.map(({ words, parameter }) => [words, parameter] as const));
  const named = Array.from(
    parameters,
    ([words, names]) => [names.map((name) => `\`${name}\``).join(', '), words] as const,
  );
  return Array.from(gathered(named)).flatMap(
    ([names, said]): Line => [' ', { words: names }, ': ', { words: said.join(' ') }],
  );
}

/** The second texts of the pairs by the first, both in the order they came. */
function gathered(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const known = all.get(key);
    if (known === undefined) all.set(key, [value]);
    else known.push(value);
  }
  return all;
}
