import type { AddedNames } from './addedNames';
import type { Case } from './case/case';
import { type Findings, findingsOf } from './findings';
import { periodOf } from './groupBy';
import type { InputFile } from './inputFile';
import type { ReportLinks } from './links';
import type { OwnTold } from './own/ownTold';
import type { Answered } from './questions/readingOrder';
import type { Block } from './report/blocks';
import { eventIdsSection } from './report/eventIds';
import { foundSection } from './report/found';
import { Appendix } from './report/handed/appendix';
import type { CaseHeader } from './report/handed/caseHeader';
import { isAct } from './report/handed/handedEvent';
import type { HandedLog, HandedLogs } from './report/handed/handedLog';
import { htmlPage } from './report/html/htmlPage';
import { limitsSection } from './report/limits';
import { markdownPage } from './report/markdown/markdownPage';
import { notableAlike, notableSection } from './report/notable';
import { othersSection } from './report/others';
import { lead, sourcesSection, totalsSection } from './report/overview';
import { ownLogsSection } from './report/ownLogs';
import type { AskedFor, Page, ReportSource } from './report/page';
import { subjectOf } from './report/subject';
import { targetsSection } from './report/targets';
import { toMarkdown } from './report/toMarkdown';
import { toText } from './report/toText';
import { actionsSection, failuresSection } from './report/what';
import { whenSection } from './report/when';
import { fromWhereSection } from './report/where';
import { whoSection } from './report/who';
import { writtenSection } from './report/written';
import { noticesOn, type Scanned, scanBlocks } from './scanReport';
import type { Summary } from './summary';
import { dayText } from './utcText';

export type { AskedFor, CaseHeader, HandedLog, HandedLogs, ReportSource };

/** What is told beside a summary. */
export interface ReportBeside {
  /** Of the folders among the sources: what is missing from the result is said first. */
  readonly scans?: readonly Scanned[];
  /** Names beside those that the logs teach. */
  readonly added?: AddedNames;
  /** Whose events the summary holds: `workmail`, `all` or an eventSource; absent: `workmail`. */
  readonly service?: string;
  /** A question that the summary is the answer to; absent: nothing was asked. */
  readonly asked?: AskedFor;
  /** What was answered to the questions that are asked of every log, of the same logs; absent: nobody has asked. */
  readonly answers?: readonly Answered[];
  /** What WorkMail's own logs tell, of the same logs; absent: there are none, or nobody has looked. */
  readonly own?: OwnTold | undefined;
  /** Every file that it is made from, for a report that is handed over; absent: nobody has looked. */
  readonly inputs?: readonly InputFile[];
  /** What somebody wrote on those; absent: nobody has. */
  readonly written?: Case;
}

/**
 * The report on a summary as Markdown. The same summary, sources, links and answers give the same bytes, everywhere and at any
 * time: all times are UTC and no clock is asked.
 *
 * @param sources the logs, by their position in the summary
 * @param links where numbers and times lead
 */
export function report(
  summary: Summary,
  sources: readonly ReportSource[],
  links: ReportLinks,
  beside: ReportBeside = {},
): string {
  return toMarkdown(blocksOf(summary, sources, links, beside));
}

/** The same report as plain text in aligned columns. */
export function reportText(
  summary: Summary,
  sources: readonly ReportSource[],
  links: ReportLinks,
  beside: ReportBeside = {},
): string {
  return toText(blocksOf(summary, sources, links, beside));
}

/** How a report is handed over. */
export interface HandingOver {
  readonly format: HandedFormat;
  readonly header: CaseHeader;
  /** What is told of logs beside how they are called. */
  readonly logs?: HandedLogs;
  /** How the log is called that answers name as its row has it. */
  readonly fileOf?: (file: string) => string;
}

/** `html`: a page that a browser shows and prints. `markdown`: a file for a wiki, a ticket or a repository. */
export type HandedFormat = 'html' | 'markdown';

/**
 * The same report to be handed over, with the events in it: what its numbers and times lead to. What was found and what nobody can tell stand
 * first, and nothing is cut that somebody has to act upon. The same input gives the same bytes but for the header.
 */
export function handedReport(
  summary: Summary,
  sources: readonly ReportSource[],
  { format, header, logs = new Map(), fileOf = (file) => file }: HandingOver,
  beside: ReportBeside = {},
): string {
  const findings = findingsOf(summary, beside.added);
  const appendix = new Appendix(findings.events, findings.entities, (event) =>
    isAct(event) ? fileOf(event.row.file) : (sources[event.log]?.label ?? ''),
  );
  const blocks = blocksOf(summary, sources, appendix.links, beside, true, findings);
  const all = [...blocks, ...(beside.scans ?? []).flatMap(scanBlocks)];
  return (format === 'html' ? htmlPage : markdownPage)(all, appendix, header, logs, beside.inputs);
}

/** What was found first, then who, then how it looks from every side; what was read comes last. */
function blocksOf(
  summary: Summary,
  sources: readonly ReportSource[],
  links: ReportLinks,
  { scans = [], added, service = 'workmail', asked, answers, own, written }: ReportBeside,
  isHandedOver = false,
  findings = findingsOf(summary, added),
): readonly Block[] {
  const [day, subject] = [dayOf(findings), subjectOf(service)];
  const page: Page = { summary, findings, sources, links, day, subject, asked, answers, own, written, isHandedOver };
  const alike = notableAlike(findings.notable);
  const limits = service === 'workmail' ? limitsSection(answers !== undefined) : [];
  return [
    ...lead(page),
    ...noticesOn(scans),
    ...(answers === undefined && (asked !== undefined || service !== 'workmail') ? [unanswered(service)] : []),
    { kind: 'contents' },
    ...writtenSection(page),
    ...foundSection(page),
    // Whoever gets a report has to know what it can't say before anything else is made of it.
    ...(isHandedOver ? limits : []),
    ...ownLogsSection(page),
    ...whoSection(page),
    ...notableSection(page, alike),
    ...whenSection(page),
    ...actionsSection(page),
    ...targetsSection(page),
    ...fromWhereSection(page),
    ...failuresSection(page),
    ...totalsSection(page),
    ...sourcesSection(page),
    ...othersSection(page),
    ...(isHandedOver ? [] : limits),
    ...eventIdsSection(page, alike),
  ];
}

/** Answers are of all events, and a report on some of them would mix both up. */
function unanswered(service: string): Block {
  const where = service === 'workmail' ? 'the report on all of them' : '`workmail-trail ask`';
  const words = `What was found in all events, and what is still open, ${where} tells.`;
  return { kind: 'paragraph', line: [{ words }] };
}

function dayOf({ events }: Findings): string | undefined {
  const period = periodOf(events);
  const days = period && [dayText(period.first), dayText(period.last)];
  return days?.[0] === days?.[1] ? days?.[0] : undefined;
}
