import { byText } from './order';
import { type Block, heading, type Line, list, paragraph, table } from './report/blocks';
import { countText, numberText } from './report/page';
import { toMarkdown } from './report/toMarkdown';
import { toText } from './report/toText';

/** What became of the files of a scan. Adds up file by file, in any order. */
export interface ScanAccount {
  readonly outcomes: { read: number; partly: number; skipped: number };
  /** Bytes on disk of what was read, wholly or partly. */
  readonly size: { bytes: number };
  /** How many logs of each form were read, wholly or partly. */
  readonly forms: Map<string, number>;
  /** Records left out because they happened at another time than was asked for. */
  readonly outside: { records: number };
  /** Records left out because they do not answer the question, and how many of them are broken JSON. */
  readonly unasked: { records: number; broken: number };
  /** Names of files by the reason why they could not be read, were only partly read, or skipped. */
  readonly unread: Map<string, string[]>;
  readonly partly: Map<string, string[]>;
  readonly skipped: Map<string, string[]>;
}

/** What became of one file. */
export interface FileAccount {
  /** As it is shown; not escaped. */
  readonly name: string;
  readonly outcome: 'read' | 'partly' | 'skipped';
  /** Something of it that should have been read could not be. */
  readonly isFailure: boolean;
  /** Parts of a sentence, or sentences. */
  readonly reasons: readonly string[];
  readonly size: number;
  /** How it wraps its records, in words. */
  readonly form: string;
  readonly outside: number;
  /** Absent: none. */
  readonly unasked?: { readonly records: number; readonly broken: number };
}

/** The account of a scan that has read nothing yet; to be changed by whoever adds files to it. */
export function emptyAccount(): ScanAccount {
  return {
    outcomes: { read: 0, partly: 0, skipped: 0 },
    size: { bytes: 0 },
    forms: new Map(),
    outside: { records: 0 },
    unasked: { records: 0, broken: 0 },
    unread: new Map(),
    partly: new Map(),
    skipped: new Map(),
  };
}

/** Changes the account it is given and returns it. */
export function addAccount(account: ScanAccount, file: FileAccount): ScanAccount {
  account.outcomes[file.outcome]++;
  account.outside.records += file.outside;
  account.unasked.records += file.unasked?.records ?? 0;
  account.unasked.broken += file.unasked?.broken ?? 0;
  if (file.outcome !== 'skipped') {
    account.size.bytes += file.size;
    account.forms.set(file.form, (account.forms.get(file.form) ?? 0) + 1);
  }
  if (file.outcome !== 'read') {
    const reason = file.reasons.join(' ');
    const byReason = account[file.outcome === 'skipped' && file.isFailure ? 'unread' : file.outcome];
    const known = byReason.get(reason);
    if (known === undefined) byReason.set(reason, [file.name]);
    else known.push(file.name);
  }
  return account;
}

/** A scan of one folder, and how it is called. */
export interface Scanned {
  readonly account: ScanAccount;
  readonly title: ScanTitle;
}

/** What was scanned, in words. */
export interface ScanTitle {
  /** Names of the files and folders that were asked for; not escaped. */
  readonly places: readonly string[];
  /** Stopped before everything was read. */
  readonly isPartial: boolean;
}

/**
 * What a reader must know before the result, because the result alone would mislead; empty where nothing is missing from it.
 * One paragraph, or more, of plain text.
 */
export function scanNoticeText(account: ScanAccount, title: ScanTitle): string {
  const blocks = noticeBlocks(account, title);
  return blocks.length === 0 ? '' : toText(blocks);
}

/** What became of every file, as Markdown. The same account gives the same bytes. */
export function scanReport(account: ScanAccount, title: ScanTitle): string {
  return toMarkdown([
    heading(1, ...titleLine(title)),
    ...noticeBlocks(account, title),
    ...accountBlocks(account, Number.POSITIVE_INFINITY),
  ]);
}

/** The same as a chapter of another report, in Markdown, which says at its beginning what is missing: `noticesOn`. */
export function scanChapter(account: ScanAccount, title: ScanTitle): string {
  return toMarkdown(scanBlocks({ account, title }));
}

/** What became of the files of a folder, as a chapter. */
export function scanBlocks({ account, title }: Scanned): readonly Block[] {
  return [heading(2, 'Files of ', { log: title.places[0] ?? '' }), ...accountBlocks(account, FEW_NAMES)];
}

/** What a reader of a report on scanned folders must know before its numbers; of several folders with the name of each. */
export function noticesOn(scans: readonly Scanned[]): readonly Block[] {
  return scans.flatMap(({ account, title }) => {
    const blocks = noticeBlocks(account, title);
    if (blocks.length === 0 || scans.length === 1) return blocks;
    return [paragraph('Of ', { log: title.places[0] ?? '' }, ':'), ...blocks];
  });
}

/** Of a chapter; the report of its own has all. */
const FEW_NAMES = 20;

/**
 * The same as plain text, as a chapter of another report, which begins with the notice.
 *
 * @param most names of files to list for one reason
 */
export function scanReportText(account: ScanAccount, most: number): string {
  return toText([heading(2, 'Files'), ...accountBlocks(account, most)]);
}

function titleLine({ places }: ScanTitle): Line {
  const [first = ''] = places;
  return places.length === 1 ? ['What was read of ', { log: first }] : [`What was read of ${places.length} places`];
}

function noticeBlocks(account: ScanAccount, { isPartial }: ScanTitle): readonly Block[] {
  const { read, partly, skipped } = account.outcomes;
  const unread = unreadIn(account);
  const stopped = 'Stopped before everything was read. What follows, and all numbers, are of what was read until then.';
  const parts = [
    ...(unread === 0 ? [] : [`${countText(unread, 'file')} could not be read`]),
    ...(partly === 0 ? [] : [`${countText(partly, 'file')} could be read only in part`]),
  ];
  const missing = `${parts.join(', and ')}: events in what is missing are not among those told of. The files are named further down.`;
  const isNothing = read + partly === 0 && unread === 0 && skipped > 0;
  return [
    ...(isPartial ? [paragraph(stopped)] : []),
    ...(parts.length === 0 ? [] : [paragraph(missing)]),
    ...(isNothing && !isPartial
      ? [paragraph(`No log was read: ${countText(skipped, 'file')} ${skipped === 1 ? 'was' : 'were'} skipped.`)]
      : []),
  ];
}

function unreadIn({ unread }: ScanAccount): number {
  return Array.from(unread.values()).reduce((sum, files) => sum + files.length, 0);
}

function accountBlocks(account: ScanAccount, most: number): readonly Block[] {
  const { read, partly, skipped } = account.outcomes;
  const unread = unreadIn(account);
  const forms = Array.from(account.forms).sort(([left, some], [right, others]) => others - some || byText(left, right));
  const { records } = account.outside;
  const { records: unasked } = account.unasked;
  return [
    paragraph(
      `${countText(read + partly + skipped, 'file')}: ${numberText(read)} read, ${numberText(partly)} partly read, `,
      `${numberText(skipped)} skipped${unread === 0 ? '' : `, of which ${numberText(unread)} could not be read`}.`,
    ),
    ...(records === 0
      ? []
      : [
          paragraph(
            `${countText(records, 'record')} of another time than was asked for ${isAre(records)} not counted.`,
          ),
        ]),
    ...(unasked === 0
      ? []
      : [
          paragraph(
            `${countText(unasked, 'record')} that ${unasked === 1 ? 'does' : 'do'} not answer the question ${isAre(unasked)} not counted.`,
          ),
        ]),
    ...(forms.length < 2
      ? forms.map(([form]) => paragraph(`Form: ${form}.`))
      : [
          table(
            ['Form', 'Files#'],
            forms.map(([form, files]): readonly Line[] => [[form], [numberText(files)]]),
          ),
        ]),
    ...reasonBlocks('Not read', account.unread, most),
    ...reasonBlocks('Partly read', account.partly, most),
    ...reasonBlocks('Skipped', account.skipped, most),
  ];
}

function isAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

/** A chapter: every reason and the files it is true of, the most frequent first. */
function reasonBlocks(title: string, reasons: ReadonlyMap<string, readonly string[]>, most: number): readonly Block[] {
  const sorted = Array.from(reasons).sort(
    ([left, some], [right, others]) => others.length - some.length || byText(left, right),
  );
  if (sorted.length === 0) return [];
  return [
    heading(3, title),
    ...sorted.flatMap(([reason, files]) => {
      const names = Array.from(files).sort(byText);
      const lines = names.slice(0, most).map((log): Line => [{ log, most: LONGEST_NAME }]);
      const left = names.length - lines.length;
      return [
        paragraph(`${countText(files.length, 'file')}: `, { log: reason, most: LONGEST_NAME }),
        list(left > 0 ? [...lines, [`and ${numberText(left)} more`]] : lines),
      ];
    }),
  ];
}

/** Paths are longer than other values, and half of one names nothing. */
const LONGEST_NAME = 4096;

/** What became of the files, for programs: counts, and every file that was not read as a whole. */
export interface ScanData {
  readonly state: 'complete' | 'partial';
  readonly files: { readonly read: number; readonly partly: number; readonly skipped: number };
  readonly bytes: number;
  readonly recordsOutside: number;
  readonly recordsUnasked: number;
  readonly notWhole: readonly {
    readonly outcome: 'partly' | 'skipped';
    /** Something that should have been read could not be. */
    readonly isFailure: boolean;
    readonly reason: string;
    readonly files: readonly string[];
  }[];
}

/** @returns plain data in a fixed order */
export function scanData(account: ScanAccount, isPartial: boolean): ScanData {
  return {
    state: isPartial ? 'partial' : 'complete',
    files: { ...account.outcomes },
    bytes: account.size.bytes,
    recordsOutside: account.outside.records,
    recordsUnasked: account.unasked.records,
    notWhole: (['unread', 'partly', 'skipped'] as const).flatMap((outcome) =>
      Array.from(account[outcome])
        .sort(([left], [right]) => byText(left, right))
        .map(([reason, files]) => ({
          outcome: outcome === 'unread' ? ('skipped' as const) : outcome,
          isFailure: outcome !== 'skipped',
          reason,
          files: Array.from(files).sort(byText),
        })),
    ),
  };
}
