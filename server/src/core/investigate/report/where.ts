import { sourceAddressWords } from '../../explain/values/sourceAddress';
import type { EventsByKey } from '../groupBy';
import { type Block, heading, type Line } from './blocks';
import {
  allLink,
  cappedTable,
  cellText,
  failureCells,
  fewValues,
  MOST_ROWS,
  mostOf,
  type Page,
  programLine,
} from './page';
import { periodCells, periodTitles } from './times';

/** A user agent takes several lines. */
const MOST_PROGRAMS = 5;
/** Its beginning names the program, in UTF-16 units. */
const LONGEST_AGENT = 45;

/** Most addresses are of this kind, and the hover tells it. */
const PLAIN = /^(?:ordinary public|address reserved for documentation)/;

/** From which addresses and with which programs. */
export function fromWhereSection(page: Page): readonly Block[] {
  const { addresses, userAgents } = page.findings;
  if (addresses.length === 0) return [];
  const counts = ['Events#', 'Failed#', ...periodTitles];
  return [
    heading(2, 'From where'),
    ...cappedTable(
      ['Source address, and who', ...counts],
      addresses.map((address) => addressRow(page, address)),
      { what: 'addresses', field: 'address', most: mostOf(page, MOST_ROWS) },
    ),
    heading(3, 'With which program'),
    ...cappedTable(
      ['Program, its user agent, and who', 'Events#', 'Failed#'],
      userAgents.map((userAgent) => agentRow(page, userAgent)),
      { what: 'user agents', field: 'agent', most: mostOf(page, MOST_PROGRAMS) },
    ),
  ];
}

function addressRow(page: Page, { key, events }: EventsByKey): readonly Line[] {
  const meaning = sourceAddressWords(key) ?? 'neither an address nor a known service';
  const isPlain = key === '' || PLAIN.test(meaning);
  return [
    [
      ...allLink(page, { kind: 'address', text: key, organizationId: '' }, cellText(key, 'not recorded')),
      isPlain ? '' : `, ${meaning}`,
      ': ',
      ...whoLine(events),
    ],
    ...failureCells(page, events, { sourceIPAddress: key }, 'events from one address'),
    ...periodCells(page, events),
  ];
}

function agentRow(page: Page, { key, events }: EventsByKey): readonly Line[] {
  return [
    [...programLine(key, LONGEST_AGENT), ': ', ...whoLine(events)],
    ...failureCells(page, events, { userAgent: key }, 'events of one user agent'),
  ];
}

function whoLine(events: EventsByKey['events']): Line {
  return fewValues(
    events.map(({ facts }) => facts.actor.name),
    3,
    'unknown',
  );
}
