import { sourceAddressWords } from '../../explain/values/sourceAddress';
import type { EventsByKey } from '../groupBy';
import { type Block, heading, type Line, LONGEST_VALUE } from './blocks';
import { allLink, cappedTable, cellText, failureCells, fewValues, type Page, programLine } from './page';
import { periodCells, periodTitles } from './times';

/** From which addresses and with which programs. */
export function fromWhereSection(page: Page): readonly Block[] {
  const { addresses, userAgents } = page.findings;
  if (addresses.length === 0) return [];
  const counts = ['Events#', 'Failed#', ...periodTitles];
  return [
    heading(2, 'From where'),
    ...cappedTable(
      ['Source address, what it is, and who', ...counts],
      addresses.map((address) => addressRow(page, address)),
      'addresses',
    ),
    heading(3, 'With which program'),
    ...cappedTable(
      ['Program, its user agent, and who', ...counts],
      userAgents.map((userAgent) => agentRow(page, userAgent)),
      'user agents',
    ),
  ];
}

function addressRow(page: Page, { key, events }: EventsByKey): readonly Line[] {
  const meaning = sourceAddressWords(key) ?? 'neither an address nor a known service';
  return [
    [
      ...allLink(page, { kind: 'address', text: key, organizationId: '' }, cellText(key, 'not recorded')),
      key === '' ? '' : `, ${meaning}`,
      ': ',
      ...whoLine(events),
    ],
    ...failureCells(page, events, { sourceIPAddress: key }, 'events from one address'),
    ...periodCells(page, events),
  ];
}

function agentRow(page: Page, { key, events }: EventsByKey): readonly Line[] {
  return [
    [...programLine(key, LONGEST_VALUE), ': ', ...whoLine(events)],
    ...failureCells(page, events, { userAgent: key }, 'events of one user agent'),
    ...periodCells(page, events),
  ];
}

function whoLine(events: EventsByKey['events']): Line {
  return fewValues(
    events.map(({ facts }) => facts.actor.name),
    3,
    'unknown',
  );
}
