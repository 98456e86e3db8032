import type { AddedNames } from './addedNames';
import { type Findings, findingsOf } from './findings';
import { periodOf } from './groupBy';
import type { ReportLinks } from './links';
import type { Block } from './report/blocks';
import { eventIdsSection } from './report/eventIds';
import { limitsSection } from './report/limits';
import { notableSection } from './report/notable';
import { othersSection } from './report/others';
import { lead, sourcesSection, totalsSection } from './report/overview';
import type { AskedFor, Page, ReportSource } from './report/page';
import { subjectOf } from './report/subject';
import { targetsSection } from './report/targets';
import { toMarkdown } from './report/toMarkdown';
import { toText } from './report/toText';
import { actionsSection, failuresSection } from './report/what';
import { whenSection } from './report/when';
import { fromWhereSection } from './report/where';
import { whoSection } from './report/who';
import { noticesOn, type Scanned } from './scanReport';
import type { Summary } from './summary';
import { dayText } from './utcText';

export type { AskedFor, ReportSource };

/**
 * The report on a summary as Markdown. The same summary, sources and links give the same bytes, everywhere and at any
 * time: all times are UTC and no clock is asked.
 *
 * @param sources the logs, by their position in the summary
 * @param links where numbers and times lead
 * @param scans of the folders among the sources: what is missing from the result is said first
 * @param added names beside those that the logs teach
 */
export function report(
  summary: Summary,
  sources: readonly ReportSource[],
  links: ReportLinks,
  scans: readonly Scanned[] = [],
  added?: AddedNames,
): string {
  return toMarkdown(
    blocksOf({ summary, sources, links, service: 'workmail', asked: undefined, added }, noticesOn(scans)),
  );
}

/**
 * The same report as plain text in aligned columns.
 *
 * @param service whose events the summary holds: `workmail`, `all` or an eventSource
 * @param asked a question that the summary is the answer to; undefined: nothing was asked
 * @param added names beside those that the logs teach
 */
export function reportText(
  summary: Summary,
  sources: readonly ReportSource[],
  links: ReportLinks,
  service = 'workmail',
  asked?: AskedFor,
  added?: AddedNames,
): string {
  return toText(blocksOf({ summary, sources, links, service, asked, added }));
}

/** What a report is made from. */
interface Told extends Pick<Page, 'summary' | 'sources' | 'links' | 'asked'> {
  readonly service: string;
  readonly added: AddedNames | undefined;
}

function blocksOf(told: Told, notices: readonly Block[] = []): readonly Block[] {
  const { summary, sources, links, service, asked, added } = told;
  const findings = findingsOf(summary, added);
  const page: Page = { summary, findings, sources, links, day: dayOf(findings), subject: subjectOf(service), asked };
  return [
    ...lead(page),
    ...notices,
    ...sourcesSection(page),
    ...totalsSection(page),
    ...whenSection(page),
    ...notableSection(page),
    ...actionsSection(page),
    ...whoSection(page),
    ...fromWhereSection(page),
    ...targetsSection(page),
    ...failuresSection(page),
    ...othersSection(page),
    ...(service === 'workmail' ? limitsSection() : []),
    ...eventIdsSection(page),
  ];
}

function dayOf({ events }: Findings): string | undefined {
  const period = periodOf(events);
  const days = period && [dayText(period.first), dayText(period.last)];
  return days?.[0] === days?.[1] ? days?.[0] : undefined;
}
