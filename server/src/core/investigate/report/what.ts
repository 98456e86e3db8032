import { words } from '../../../generated/schemas';
import type { Gathered } from '../gather';
import { type Block, heading, type Line, LONGEST_VALUE, list, paragraph } from './blocks';
import {
  cappedTable,
  cellText,
  countCells,
  counted,
  entryOf,
  eventsLink,
  fewValues,
  MOST_ROWS,
  type Page,
} from './page';
import { periodLine, periodTitle } from './times';

/** Every action and how often it was called. */
export function actionsSection(page: Page): readonly Block[] {
  const { actions, events } = page.findings;
  if (events.length === 0) return [];
  const titles = ['Action', 'Weight', 'Access', 'Events#', 'Succeeded#', 'Failed#', periodTitle(page)];
  return [
    heading(2, 'What was done'),
    ...cappedTable(
      titles,
      actions.map((action) => actionRow(page, action)),
      'actions',
    ),
    paragraph(
      'Weight says how much such a call can matter to an investigation, not that anything was wrong with it. ',
      'Access is what AWS documents: the action reads, or it writes.',
    ),
  ];
}

function actionRow(page: Page, { key, events }: Gathered): readonly Line[] {
  const [first] = events;
  const entry = first && entryOf(first);
  // A name that the catalog knows, in whatever case, consists of letters only, so that it is safe in a link.
  const name: Line = entry === undefined ? cellText(key, 'name cannot be read') : [{ text: key, href: entry.docs }];
  return [
    name,
    [entry?.weight ?? 'not known'],
    [entry?.access ?? 'not known'],
    ...countCells(page, events, { action: key }, key),
    periodLine(page, events),
  ];
}

const MOST_NAMES = 3;

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
    cellText(events.find(({ facts }) => facts.errorMessage !== '')?.facts.errorMessage ?? '', 'none', LONGEST_VALUE),
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
