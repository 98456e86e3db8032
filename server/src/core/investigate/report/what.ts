import { words } from '../../../generated/schemas';
import type { EventsByKey } from '../groupBy';
import { weightOrder } from '../questions/grounds';
import { type Block, heading, type Line, list, paragraph } from './blocks';
import {
  cappedTable,
  cellText,
  countCells,
  entryOf,
  eventsLink,
  fewValues,
  MOST_ROWS,
  mostOf,
  type Page,
} from './page';
import { periodCells, periodTitles } from './times';

const MOST_ACTIONS = 10;

/** What weighs most first, so that what is called again and again does not hide what matters. */
function byWeight(left: EventsByKey, right: EventsByKey): number {
  return rank(left) - rank(right);
}

function rank({ events: [first] }: EventsByKey): number {
  const weight = first && entryOf(first)?.weight;
  return weight === undefined ? weightOrder.indexOf('medium') : weightOrder.indexOf(weight);
}

/** The actions and how often each was called. */
export function actionsSection(page: Page): readonly Block[] {
  const { actions, events } = page.findings;
  if (events.length === 0) return [];
  const titles = ['Action (weight)', 'Events#', 'Succeeded#', 'Failed#', ...periodTitles];
  return [
    heading(2, 'What was done'),
    ...cappedTable(
      titles,
      [...actions].sort(byWeight).map((action) => actionRow(page, action)),
      { what: 'actions', field: 'action', most: mostOf(page, MOST_ACTIONS) },
    ),
    paragraph('Weight says how much such a call can matter to an investigation, not that anything was wrong with it.'),
  ];
}

function actionRow(page: Page, { key, events }: EventsByKey): readonly Line[] {
  const [first] = events;
  const entry = first && entryOf(first);
  // A name that the catalog knows, in whatever case, consists of letters only, so that it is safe in a link.
  const name: Line =
    entry === undefined
      ? [...cellText(key, 'name cannot be read'), ' (not known)']
      : [{ text: key, href: entry.docs }, ` (${entry.weight})`];
  return [name, ...countCells(page, events, { action: key }, key), ...periodCells(page, events)];
}

const MOST_NAMES = 3;
/** Each takes several lines. */
const MOST_MEANINGS = 3;

/** What failed, what that means and what to look at next. */
export function failuresSection(page: Page): readonly Block[] {
  const { failures } = page.findings;
  if (failures.length === 0) return [];
  const rows = failures.map(({ key, events }): readonly Line[] => [
    cellText(key, 'no errorCode'),
    [eventsLink(page, events, { outcome: 'failed', errorCode: key }, `failed ${key}`)],
    fewValues(
      events.map(({ facts }) => facts.eventName),
      MOST_NAMES,
      'name cannot be read',
    ),
  ]);
  return [
    heading(2, 'What failed'),
    ...cappedTable(['Error code', 'Events#', 'Actions'], rows, {
      what: 'error codes',
      field: 'error',
      most: mostOf(page, MOST_ROWS),
    }),
    heading(3, 'What these errors mean'),
    list(failures.slice(0, mostOf(page, MOST_MEANINGS)).map(meaningLine)),
  ];
}

/** Messages of refused calls name two ARNs. */
const LONGEST_MESSAGE = 160;

/** What is known of an error code, and what the log itself says of it. */
function meaningLine({ key, events }: EventsByKey): Line {
  const word = words().errorCodes.get(key);
  const known = word?.next === undefined ? word?.meaning : `${word.meaning} ${word.next}`;
  const message = events.find(({ facts }) => facts.errorMessage !== '')?.facts.errorMessage;
  return [
    ...cellText(key, 'no errorCode'),
    ': ',
    { words: known ?? 'not among the codes this tool knows.' },
    ...(message === undefined ? [] : [' First message: ', { log: message, most: LONGEST_MESSAGE }]),
  ];
}
