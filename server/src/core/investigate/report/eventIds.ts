import { type Block, heading, type Line, paragraph, table } from './blocks';
import { MOST_EVENTS } from './notable';
import { cellText, type Page } from './page';
import { fullTimeLink, fullTimeTitle } from './times';

/** What a ticket or a search in CloudTrail needs, apart from the tables that are read. */
export function eventIdsSection(page: Page): readonly Block[] {
  const { notable } = page.findings;
  if (notable.length === 0) return [];
  const rows = notable
    .slice(0, MOST_EVENTS)
    .map((event): readonly Line[] => [
      [fullTimeLink(page, event)],
      cellText(event.facts.eventName, 'name cannot be read'),
      cellText(event.facts.eventID, 'none'),
    ]);
  return [
    heading(2, 'Event ids'),
    paragraph('Of the events to look at first, for a ticket or a search in CloudTrail.'),
    table([fullTimeTitle, 'Action', 'eventID'], rows),
  ];
}
