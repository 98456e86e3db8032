import { type Block, heading, type Line, paragraph, table } from './blocks';
import { type NotableAlike, notableRows } from './notable';
import { cellText, type Page } from './page';
import { fullTimeLink, fullTimeTitle } from './times';

const MOST_IDS = 6;

/** What a ticket or a search in CloudTrail needs, apart from the tables that are read. */
export function eventIdsSection(page: Page, alike: NotableAlike): readonly Block[] {
  const rows = notableRows(alike, MOST_IDS).map(({ events: [event] }): readonly Line[] => [
    [{ ...fullTimeLink(page, event), isPlace: true }],
    cellText(event.facts.eventID, 'none'),
  ]);
  if (rows.length === 0) return [];
  return [
    heading(2, 'Event ids'),
    paragraph(
      'Of the first event of each row of events to look at first, of those that weigh most, for a ticket or a search in CloudTrail.',
    ),
    table([fullTimeTitle, 'eventID'], rows),
  ];
}
