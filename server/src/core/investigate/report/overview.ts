import { addCounts, allRecords, noCounts } from '../counts';
import { differentTexts, ended } from '../groupBy';
import { namesApart } from '../namesApart';
import type { EventInLog } from '../order';
import type { Outcome } from '../particulars';
import { secondText } from '../utcText';
import { type Block, heading, type Inline, type Line, list, paragraph, table } from './blocks';
import { countText, eventsLink, MOST_ROWS, numberText, type Page, type ReportSource, recordsLink } from './page';
import { timeLink } from './times';

/** Title and the answer in a sentence or two. */
export function lead(page: Page): readonly Block[] {
  const { findings, sources } = page;
  const title: Line = [`${page.subject.title} in `, subjectOf(sources), ...questionWords(page)];
  const { events } = findings;
  if (events.length === 0) {
    const answering = page.asked === undefined ? '' : ' that answers the question';
    const none = `No ${page.subject.one}${answering} was found.`;
    return [heading(1, ...title), paragraph(none, ...ownWords(page)), ...leftOut(page)];
  }
  const tables = page.day === undefined ? '' : ' Tables name the time of day only.';
  const failed = eventsLink(page, ended(events, 'failed'), { outcome: 'failed' }, 'WorkMail events failed');
  const all = eventsLink(page, events, {}, 'WorkMail events', eventCountText(page, events.length));
  return [
    heading(1, ...title),
    paragraph(all, ...periodWords(page), '; ', failed, ` failed. All times are UTC.${tables}`, ...ownWords(page)),
    ...leftOut(page),
  ];
}

/** What WorkMail itself wrote is no event of CloudTrail, and in none of its numbers. */
function ownWords({ summary, own }: Page): Line {
  const { own: records = 0 } = Array.from(summary.logs.values()).reduce(addCounts, noCounts);
  if (records === 0) return [];
  const where = own === undefined ? '.' : ', and have a chapter of their own.';
  return [
    ` ${countText(records, 'record')} of WorkMail’s own logs ${records === 1 ? 'is' : 'are'} among these logs${where}`,
  ];
}

/** A question is its reader's own, and shown whole. */
function questionWords({ asked }: Page): Line {
  return asked === undefined ? [] : [' that answer: ', { log: asked.question, most: Number.POSITIVE_INFINITY }];
}

/** A part is not to be taken for the whole, and what is left of a broken record may not say what it was. */
function leftOut({ asked }: Page): readonly Block[] {
  if (asked === undefined) return [];
  const { records, broken } = asked.unasked;
  const others = records === 0 ? 'no record does not' : `${countText(records, 'other record')} left out`;
  const may =
    broken === 0
      ? ''
      : `, of which ${numberText(broken)} ${broken === 1 ? 'is' : 'are'} broken JSON and might answer it if whole`;
  return [paragraph(`Only records that answer the question are told of and counted: ${others}${may}.`)];
}

/** The one log there is, by its name, or how many there are. What is no log is told of below and not counted. */
function subjectOf(sources: readonly ReportSource[]): Inline {
  const [only] = sources.length === 1 ? sources : sources.filter(isLog);
  const logs = logsIn(sources);
  if (only !== undefined && (sources.length === 1 || logs === 1)) return { log: only.label };
  return logs === 0 ? countText(sources.length, 'file') : countText(logs, 'log');
}

function isLog({ logs }: ReportSource): boolean {
  return logs !== 0;
}

function logsIn(sources: readonly ReportSource[]): number {
  return sources.reduce((sum, { logs }) => sum + (logs ?? 1), 0);
}

function eventCountText({ subject: { one } }: Page, count: number): string {
  return countText(count, one, one.replace('event', 'events'));
}

function periodWords(page: Page): Line {
  const { events } = page.findings;
  const timed = events.filter(({ facts }) => facts.time !== undefined);
  const [first] = timed;
  const last = timed.at(-1);
  if (first === undefined || last === undefined) return [];
  const on = page.day === undefined ? '' : ` on ${page.day}`;
  if (first.facts.time === last.facts.time) return [`${on} at `, timeLink(page, first)];
  return [`${on} from `, timeLink(page, first), ' to ', timeLink(page, last)];
}

/**
 * What was read. Of many logs only some have a row of their own; the numbers of the others are added up. Files that are no logs
 * have one row for each thing that they are: there is nothing to count in them.
 */
export function sourcesSection(page: Page): readonly Block[] {
  const { sources } = page;
  const hasOwn = Array.from(page.summary.logs.values()).some(({ own }) => own !== undefined);
  const names = shownNames(sources.slice(0, MOST_ROWS));
  const others = filesByForm(sources.slice(0, MOST_ROWS));
  const rows = sources.slice(0, MOST_ROWS).flatMap((source, log): readonly (readonly Line[])[] => {
    const alike = isLog(source) ? 1 : (others.get(source.form)?.length ?? 1);
    if (alike === 1) return [sourceRow(page, source, log, names[log] ?? '', hasOwn)];
    const isFirst = others.get(source.form)?.[0] === log;
    const none: readonly Line[] = Array.from({ length: hasOwn ? 5 : 4 }, () => ['0']);
    return isFirst ? [[[countText(alike, 'file')], [source.form], ...none]] : [];
  });
  return [
    heading(2, 'What was read'),
    table(
      [
        ...['Log', 'Form', 'Records#', 'Whole WorkMail#', 'Malformed#', `${page.subject.notWorkMail}#`],
        ...(hasOwn ? ['Own logs#'] : []),
      ],
      sources.length > MOST_ROWS ? [...rows, restRow(page, hasOwn)] : rows,
    ),
  ];
}

/** The positions of files that are no logs, by what they are. */
function filesByForm(sources: readonly ReportSource[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [position, source] of sources.entries()) {
    if (isLog(source)) continue;
    const known = found.get(source.form);
    if (known === undefined) found.set(source.form, [position]);
    else known.push(position);
  }
  return found;
}

/** A way through many folders would be cut, and with it what tells it from the others: of a long one the end is shown. */
function shownNames(sources: readonly ReportSource[]): readonly string[] {
  const ends = namesApart(sources.map(({ label }) => label.split('/')));
  return sources.map(({ label }, at) => (label.length <= LONGEST_WAY ? label : (ends[at] ?? label)));
}

/** UTF-16 units. */
const LONGEST_WAY = 60;
/** S3 gives 70 to a log of a trail and 130 to a digest file. */
const LONGEST_NAME = 200;

/** @param hasOwn some log holds records of WorkMail's own logs, so that there is a column for them */
function sourceRow(page: Page, { form }: ReportSource, log: number, name: string, hasOwn: boolean): readonly Line[] {
  const counts = page.summary.logs.get(log) ?? noCounts;
  const records = { log, copies: 'every' } as const;
  const whole = { ...records, malformed: false } as const;
  return [
    name === '' ? [] : [{ log: name, most: LONGEST_NAME }],
    [form],
    [recordsLink(page, allRecords(counts), records, 'records of one log')],
    [recordsLink(page, counts.workmail, { service: 'workmail', ...whole }, 'whole WorkMail records of one log')],
    [recordsLink(page, counts.malformed, { ...records, malformed: true }, 'malformed records of one log')],
    [recordsLink(page, counts.other, { service: 'other', ...whole }, 'other records of one log')],
    ...(hasOwn
      ? [[recordsLink(page, counts.own ?? 0, { service: 'own', ...whole }, 'records of own logs of one log')]]
      : []),
  ];
}

function restRow({ sources, summary }: Page, hasOwn: boolean): readonly Line[] {
  const counts = sources
    .slice(MOST_ROWS)
    .map((_, at) => summary.logs.get(MOST_ROWS + at) ?? noCounts)
    .reduce(addCounts, noCounts);
  const numbers = [
    ...[allRecords(counts), counts.workmail, counts.malformed, counts.other],
    ...(hasOwn ? [counts.own ?? 0] : []),
  ];
  const words = `${countText(logsIn(sources.slice(MOST_ROWS)), 'more log')}`;
  return [[words], ['not listed one by one'], ...numbers.map((count): Line => [numberText(count)])];
}

/** The numbers everything else adds up to. */
export function totalsSection(page: Page): readonly Block[] {
  const { summary, findings } = page;
  const { events, repeats, witnesses } = findings;
  const counts = Array.from(summary.logs.values()).reduce(addCounts, noCounts);
  const others = Array.from(summary.others.values()).reduce((sum, { records }) => sum + records, 0);
  const { syntax, schema } = summary.malformed;
  const outcome = (wanted: Outcome): Inline =>
    eventsLink(page, ended(events, wanted), { outcome: wanted }, `WorkMail events ${wanted}`);
  const unknown = ended(events, 'unknown').length;
  const lines: Line[] = [
    [
      page.asked === undefined ? 'Records: ' : 'Records that answer the question: ',
      recordsLink(page, allRecords(counts), { copies: 'every' }, 'all records'),
      reachText(page),
    ],
    [
      `${page.subject.all}, each counted once: `,
      eventsLink(page, events, {}, 'WorkMail events'),
      ' (',
      outcome('succeeded'),
      ' succeeded, ',
      outcome('failed'),
      ' failed',
      ...(unknown === 0 ? [] : [', ', outcome('unknown'), ' of unknown outcome']),
      ')',
    ],
    [
      'Records that repeat one of these events: ',
      recordsLink(page, repeats, { service: 'workmail', copies: 'repeated' }, 'repeated WorkMail events'),
      ...witnessWords(witnesses),
    ],
    [
      'Malformed records: ',
      recordsLink(page, syntax + schema, { malformed: true, copies: 'every' }, 'malformed records'),
      ...(syntax + schema === 0
        ? []
        : [
            ' (',
            recordsLink(page, syntax, { malformedBy: 'syntax', copies: 'every' }, 'records of broken JSON'),
            ' broken JSON, ',
            recordsLink(page, schema, { malformedBy: 'schema', copies: 'every' }, 'records of another form'),
            ' not of the form of a WorkMail event)',
          ]),
    ],
    ...(page.subject.others === undefined
      ? []
      : [
          [
            `${page.subject.others}: `,
            recordsLink(page, others, { service: 'other', copies: 'every' }, 'records of other services'),
          ],
        ]),
  ];
  return [heading(2, 'Totals'), list(lines), ...untimed(page)];
}

/** Some of the records that repeat an event may be those of VPC endpoints, which see a call and write a record of their own. */
function witnessWords(witnesses: readonly EventInLog[]): Line {
  if (witnesses.length === 0) return [];
  const endpoints = differentTexts(witnesses.map(({ facts }) => facts.endpoint ?? ''));
  const shown = endpoints.slice(0, MOST_ENDPOINTS).flatMap((log): Line => [' ', { log }]);
  const more = endpoints.length > MOST_ENDPOINTS ? [` and ${numberText(endpoints.length - MOST_ENDPOINTS)} more`] : [];
  return [`, ${numberText(witnesses.length)} of them the same call as seen at a VPC endpoint`, ...shown, ...more];
}

const MOST_ENDPOINTS = 5;

function reachText({ summary: { reach } }: Page): string {
  const { first, last } = reach;
  return first === undefined || last === undefined ? '' : `, from ${secondText(first)} to ${secondText(last)}`;
}

function untimed(page: Page): readonly Block[] {
  const { untimed: events } = page.findings.timeline;
  if (events.length === 0) return [];
  const few = events.slice(0, 10).flatMap((event): Line => [' ', { ...timeLink(page, event), isPlace: true }]);
  const more = events.length > 10 ? ` and ${numberText(events.length - 10)} more` : '';
  return [
    paragraph(
      `${countText(events.length, 'event')} without a readable time, counted here but not in the time line:`,
      ...few,
      more,
      '.',
    ),
  ];
}
