import { type Block, heading, type Line, paragraph, table } from './blocks';
import { MOST_ROWS, numberText, type Page, recordsLink } from './page';

/** Other services in the same logs: what happened around the WorkMail events is often found there. */
export function othersSection(page: Page): readonly Block[] {
  const sources = Array.from(page.summary.others).sort(
    ([left, { records: some }], [right, { records: others }]) => others - some || (left < right ? -1 : 1),
  );
  if (sources.length === 0) return [];
  const rows = sources.slice(0, MOST_ROWS).map(([source, { records, malformed }]): readonly Line[] => {
    const filter = { eventSource: source, copies: 'every' } as const;
    return [
      source === '' ? ['none that can be read'] : [{ log: source }],
      [recordsLink(page, records, { service: 'other', ...filter }, 'records of another service')],
      [
        recordsLink(
          page,
          malformed,
          { service: 'other', ...filter, malformed: true },
          'broken records of another service',
        ),
      ],
    ];
  });
  const left = sources.length - rows.length;
  return [
    heading(2, 'Other services in the same logs'),
    table(['eventSource', 'Records#', 'Broken#'], rows),
    ...(left > 0 ? [paragraph(`${numberText(left)} more services with fewer records are not listed here.`)] : []),
  ];
}
