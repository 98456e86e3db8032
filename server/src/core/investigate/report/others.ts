import { type Block, heading, type Line, paragraph } from './blocks';
import { MOST_ROWS, numberText, type Page, recordsLink } from './page';

/** Other services in the same logs: what happened around the WorkMail events is often found there. */
export function othersSection(page: Page): readonly Block[] {
  const sources = Array.from(page.summary.others).sort(
    ([left, { records: some }], [right, { records: others }]) => others - some || (left < right ? -1 : 1),
  );
  if (sources.length === 0) return [];
  const shown = sources.slice(0, MOST_ROWS).flatMap(([source, { records, malformed }], at): Line => {
    const filter = { eventSource: source, copies: 'every' } as const;
    const all = recordsLink(page, records, { service: 'other', ...filter }, 'records of another service');
    const broken = { service: 'other', ...filter, malformed: true } as const;
    return [
      at === 0 ? '' : ', ',
      source === '' ? 'none that can be read' : { log: source },
      ' ',
      all,
      ...(malformed === 0
        ? []
        : [' (', recordsLink(page, malformed, broken, 'broken records of another service'), ' broken)']),
    ];
  });
  const left = sources.length - MOST_ROWS;
  const more = left > 0 ? ` and ${numberText(left)} more services with fewer records` : '';
  return [heading(2, 'Other services in the same logs'), paragraph('Records by eventSource: ', ...shown, `${more}.`)];
}
