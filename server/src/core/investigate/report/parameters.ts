import { gather } from '../gather';
import type { PlacedFacts } from '../order';
import { type Block, heading, type Line, list, paragraph } from './blocks';
import { cellText, fewValues, numberText, type Page } from './page';
import { timeLink } from './times';

/** Calls of one action whose parameters say the same; a table refers to it by its number. */
export interface Note {
  readonly number: number;
  /** In the order they happened, at least one. */
  readonly events: readonly PlacedFacts[];
}

/** What parameters say that weighs most, in the order it was said first. */
export function notesOn(notable: readonly PlacedFacts[]): readonly Note[] {
  const weighty = notable.filter(({ facts }) => facts.weighty.length > 0);
  const heaps = gather(weighty, ({ facts }) => [JSON.stringify([facts.eventName, facts.weighty])]);
  const position = new Map(weighty.map((event, index) => [event, index]));
  const first = ([event]: readonly PlacedFacts[]): number => (event && position.get(event)) ?? 0;
  return Array.from(heaps)
    .sort((left, right) => first(left.events) - first(right.events))
    .map(({ events }, index) => ({ number: index + 1, events }));
}

/** It is said as well where no parameter says anything: that tells a planned move from a theft. */
export function parametersSection(page: Page, notes: readonly Note[]): readonly Block[] {
  const none =
    'No recorded parameter of these calls stands out: no role or key of another account, no rule for everybody, ' +
    'no protection switched off. Refused calls mostly record no parameters.';
  return [
    heading(3, 'What their parameters say'),
    notes.length === 0 ? paragraph(none) : list(notes.map((note) => noteLine(page, note))),
  ];
}

const MOST_TIMES = 5;
const MOST_NAMES = 3;

function noteLine(page: Page, { number, events }: Note): Line {
  const { eventName, weighty } = events[0]?.facts ?? { eventName: '', weighty: [] };
  const actors = fewValues(
    events.map(({ facts }) => facts.actor.name),
    MOST_NAMES,
    'unknown',
  );
  return [
    `Note ${number}: `,
    ...cellText(eventName, ''),
    ' by ',
    ...actors,
    ' at ',
    ...timesOf(page, events),
    '.',
    ...sentences(weighty),
  ];
}

/** Each call leads to its event. */
function timesOf(page: Page, events: readonly PlacedFacts[]): Line {
  const line = events.slice(0, MOST_TIMES).flatMap((event, index): Line => {
    const failed = event.facts.outcome === 'failed' ? ' (failed)' : '';
    return [index === 0 ? '' : ', ', timeLink(page, event), failed];
  });
  const left = events.length - MOST_TIMES;
  return left > 0 ? [...line, ` and ${numberText(left)} more`] : line;
}

/** The words once, behind the parameters they are about. */
function sentences(weighty: PlacedFacts['facts']['weighty']): Line {
  const parameters = new Map<string, string[]>();
  for (const { words, parameter } of weighty) {
    const known = parameters.get(words);
    if (known === undefined) parameters.set(words, [parameter]);
    else known.push(parameter);
  }
  return Array.from(parameters).flatMap(
    ([words, names]): Line => [' ', { words: names.map((name) => `\`${name}\``).join(', ') }, ': ', { words }],
  );
}
