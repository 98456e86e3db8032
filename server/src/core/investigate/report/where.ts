import { sourceAddressWords } from '../../explain/values/sourceAddress';
import type { Gathered } from '../gather';
import { type Block, heading, type Line, LONGEST_VALUE } from './blocks';
import { cappedTable, cellText, failureCells, fewValues, type Page } from './page';
import { periodLine, periodTitle } from './times';

/** From which addresses and with which programs. */
export function fromWhereSection(page: Page): readonly Block[] {
  const { addresses, userAgents } = page.findings;
  if (addresses.length === 0) return [];
  const rest = ['Who', 'Events#', 'Failed#', periodTitle(page)];
  return [
    heading(2, 'From where'),
    ...cappedTable(
      ['Source address', 'What it is', ...rest],
      addresses.map((heap) => [
        cellText(heap.key, 'not recorded'),
        [heap.key === '' ? '' : (sourceAddressWords(heap.key) ?? 'neither an address nor a known service')],
        ...restOf(page, heap, 'sourceIPAddress', 'events from one address'),
      ]),
      'addresses',
    ),
    heading(3, 'With which program'),
    ...cappedTable(
      ['User agent', ...rest],
      userAgents.map((heap) => [
        cellText(heap.key, 'not recorded', LONGEST_VALUE),
        ...restOf(page, heap, 'userAgent', 'events of one user agent'),
      ]),
      'user agents',
    ),
  ];
}

const MOST_NAMES = 3;

function restOf(page: Page, heap: Gathered, field: 'sourceIPAddress' | 'userAgent', name: string): readonly Line[] {
  const names = heap.events.map(({ facts }) => facts.actor.name);
  return [
    fewValues(names, MOST_NAMES, 'unknown'),
    ...failureCells(page, heap.events, { [field]: heap.key }, name),
    periodLine(page, heap.events),
  ];
}
