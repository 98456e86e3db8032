import { words } from '../../../generated/schemas';
import { ended, type Gathered } from '../gather';
import { type Block, heading, type Line, list, paragraph } from './blocks';
import {
  cappedTable,
  countCells,
  counted,
  entryOf,
  eventsLink,
  logText,
  MOST_ROWS,
  numberText,
  type Page,
  periodCells,
} from './page';

/** Every action and how often it was called. */
export function actionsSection(page: Page): readonly Block[] {
  const { actions, events } = page.findings;
  if (events.length === 0) return [];
  const titles = ['Action', 'Weight', 'Access', 'Events#', 'Succeeded#', 'Failed#', 'First', 'Last'];
  return [
    heading(2, 'What was done'),
    ...cappedTable(
      titles,
      actions.map((action) => actionRow(page, action)),
      'actions',
    ),
    paragraph(
      'Weight says how much such a call can matter to an investigation, not that anything was wrong with it. ',
      'Access is what the action does by its documentation: it reads, or it writes.',
    ),
  ];
}

function actionRow(page: Page, { key, events }: Gathered): readonly Line[] {
  const [first] = events;
  const entry = first && entryOf(first);
  // A name that the catalog knows, in whatever case, consists of letters only, so that it is safe in a link.
  const name: Line = entry === undefined ? logText(key, 'name cannot be read') : [{ text: key, href: entry.docs }];
  return [
    name,
    [entry?.weight ?? 'not known'],
    [entry?.access ?? 'not known'],
    ...countCells(page, events, { action: key }, key),
    ...periodCells(page, events),
  ];
}

/** What failed, what that means and what to look at next. */
export function failuresSection(page: Page): readonly Block[] {
  const { failures } = page.findings;
  if (failures.length === 0) return [];
  const rows = failures.map(({ key, events }): readonly Line[] => [
    logText(key, 'no errorCode'),
    [eventsLink(page, events, { outcome: 'failed', errorCode: key }, `failed ${key}`)],
    actionNames(events),
    logText(events.find(({ facts }) => facts.errorMessage !== '')?.facts.errorMessage ?? '', 'none'),
  ]);
  return [
    heading(2, 'What failed'),
    ...cappedTable(['Error code', 'Events#', 'Actions', 'First message'], rows, 'error codes'),
    ...meanings(failures.slice(0, MOST_ROWS).map(({ key }) => key)),
  ];
}

function meanings(codes: readonly string[]): readonly Block[] {
  const known = words().errorCodes;
  const lines = codes.flatMap((code): readonly Line[] => {
    const word = known.get(code);
    return word === undefined
      ? []
      : [[{ log: code }, ': ', { words: word.next === undefined ? word.meaning : `${word.meaning} ${word.next}` }]];
  });
  const rest = codes.length - lines.length;
  const note = `${counted(rest, 'code')} ${rest === 1 ? 'is' : 'are'} not among those this tool knows; the messages tell more.`;
  return [
    ...(lines.length === 0 ? [] : [heading(3, 'What these errors mean'), list(lines)]),
    ...(rest === 0 ? [] : [paragraph(note)]),
  ];
}

const MOST_NAMES = 5;

function actionNames(events: Gathered['events']): Line {
  const names = new Set(ended(events, 'failed').map(({ facts }) => facts.eventName));
  const shown = Array.from(names).slice(0, MOST_NAMES);
  const line = shown.flatMap((name, index): Line => [index === 0 ? '' : ', ', ...logText(name, 'name cannot be read')]);
  const left = names.size - shown.length;
  return left > 0 ? [...line, ` and ${numberText(left)} more`] : line;
}
