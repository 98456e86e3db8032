import { type Block, heading, type Line, list, paragraph, table } from '../investigate/report/blocks';
import { countText, numberText } from '../investigate/report/numbers';
import type { DigestVerdict } from './chain';
import type { LogVerdict } from './logVerdicts';
import { DIGEST_WORDS, gapWords, isFault, LOG_WORDS, ownWords, SIGNATURE_WORDS } from './verdictText';
import type { Verification } from './verifyFiles';

/** What a page on a verified folder is made from, beside the verdicts. */
export interface VerifiedPlace {
  /** How the folder is called; not escaped. */
  readonly name: string;
  /** Where a file leads; undefined for one that is not here. */
  readonly linkTo: (file: string) => string | undefined;
  /** Whether public keys were given. */
  readonly isSigned: boolean;
  /** Sentences on what could not be looked at or used; not escaped. */
  readonly notes: readonly string[];
}

/** Rows of one chapter; the terminal tells all. */
const MOST_FILES = 1000;
/** Unchanged logs are many, and nobody reads them one by one. */
const MOST_UNCHANGED = 200;
/** Paths and reasons with paths in them, in UTF-16 units: half of one names nothing. */
const LONGEST = 4096;

const LOG_CHAPTERS: readonly (readonly [LogVerdict['status'], string])[] = [
  ['changed', 'Changed logs'],
  ['missing', 'Missing logs'],
  ['not-covered', 'Logs that are not covered'],
  ['cannot-tell', 'Logs of which it can’t be told'],
];
const LOG_ORDER: readonly LogVerdict['status'][] = ['changed', 'missing', 'not-covered', 'cannot-tell', 'unchanged'];
const DIGEST_ORDER: readonly DigestVerdict['status'][] = ['changed', 'missing', 'cannot-tell', 'chained'];
const SIGNATURE_ORDER: readonly DigestVerdict['signature'][] = ['invalid', 'not-checked', 'valid'];

/**
 * What can be said of the logs of a folder: counts first, then what is not in order, then hours without a digest, then digests.
 */
export function verificationPage(verification: Verification, place: VerifiedPlace): readonly Block[] {
  const { logs, digests, gaps } = verification;
  const link = (file: string): Line => {
    const href = place.linkTo(file);
    return [{ log: file, most: LONGEST, ...(href !== undefined && { href }) }];
  };
  const chapter = (title: string, verdicts: readonly Told[], most = MOST_FILES): readonly Block[] =>
    verdicts.length === 0 ? [] : [heading(2, title), listed(verdicts, link, most)];
  return [
    heading(1, 'Are the logs of ', { log: place.name }, ' as CloudTrail wrote them?'),
    ...leadOf(verification, place),
    countsOf(verification),
    ...LOG_CHAPTERS.flatMap(([status, title]) =>
      chapter(
        title,
        logs.filter((log) => log.status === status),
      ),
    ),
    ...(gaps.length === 0
      ? []
      : [heading(2, 'Hours without a digest'), list(gaps.map((gap): Line => [{ log: gapWords(gap), most: LONGEST }]))]),
    ...DIGEST_ORDER.flatMap((status) =>
      chapter(
        `Digests: ${DIGEST_WORDS[status]}`,
        digests.filter((digest) => digest.status === status && (status !== 'chained' || digest.isNoted)),
      ),
    ),
    ...chapter('Unchanged logs', [...logs.filter(isUnchanged)].sort(notedFirst), MOST_UNCHANGED),
  ];
}

/** The verdict in a few words: `2 logs changed, 1 missing`. */
export function verdictInShort({ logs, digests, gaps }: Verification): string {
  if (digests.length === 0) return 'no digests to verify by';
  const faults = [
    ...LOG_ORDER.flatMap((status) => countOf(logs.filter(isFault), status, LOG_WORDS[status], 'log')),
    ...DIGEST_ORDER.flatMap((status) => countOf(digests.filter(isFault), status, DIGEST_WORDS[status], 'digest')),
    ...(gaps.length === 0 ? [] : [gaps.length === 1 ? '1 gap between digests' : `${gaps.length} gaps between digests`]),
  ];
  const unchanged = logs.filter(isUnchanged).length;
  return faults.length > 0 ? faults.join(', ') : `${countText(unchanged, 'log')} unchanged`;
}

/** `unsure`: nothing is wrong, and not everything is proven. */
export function verdictOn({ logs, digests, gaps }: Verification): 'sound' | 'unsure' | 'faulty' {
  if (digests.length > 0 && (gaps.length > 0 || logs.some(isFault) || digests.some(isFault))) return 'faulty';
  const isProven = digests.length > 0 && digests.every(({ signature }) => signature === 'valid');
  return isProven && logs.every(isUnchanged) ? 'sound' : 'unsure';
}

interface Told {
  readonly file: string;
  readonly reason: string;
  readonly isNoted: boolean;
}

function leadOf(verification: Verification, { isSigned, notes }: VerifiedPlace): readonly Block[] {
  const { digests, ownLogs } = verification;
  const verdict = verdictOn(verification);
  const first =
    digests.length === 0
      ? 'That can’t be told: there are no digests here. Digests lie in the bucket of the trail beside the logs, under `CloudTrail-Digest`, if log file validation is on.'
      : verdict === 'faulty'
        ? `${verification.logs.some(({ status }) => status === 'changed') ? 'Not all of them' : 'That can’t be told of all of them'}: ${verdictInShort(verification)}.`
        : `Nothing speaks against it: ${verdictInShort(verification)}.`;
  const isProven = digests.every(({ signature }) => signature === 'valid');
  const signed =
    digests.length === 0 || (isSigned && isProven)
      ? []
      : [
          isSigned
            ? 'Not every digest is proven by a signature: the chapters on digests say why.'
            : 'No public keys were given, so no signature was checked: whoever can change a log and all digests from then on leaves no trace.',
        ];
  return [
    paragraph({ words: first }),
    ...signed.map((words) => paragraph(words)),
    ...(ownLogs.length === 0 ? [] : [paragraph(ownWords(ownLogs.length))]),
    ...notes.map((note) => paragraph({ log: note, most: LONGEST })),
  ];
}

/** Of logs everything is told, of the rest what there is. */
function countsOf({ logs, digests, gaps }: Verification): Block {
  const found = [
    ['Gaps between digests', gaps.length] as const,
    ...DIGEST_ORDER.map(
      (status) =>
        [`Digests: ${DIGEST_WORDS[status]}`, digests.filter((digest) => digest.status === status).length] as const,
    ),
    ...SIGNATURE_ORDER.map(
      (signature) =>
        [
          `Signatures: ${SIGNATURE_WORDS[signature]}`,
          digests.filter((digest) => digest.signature === signature).length,
        ] as const,
    ),
  ];
  return table(
    ['', 'Number#'],
    [
      ...LOG_ORDER.map((status) =>
        row(`Logs: ${LOG_WORDS[status]}`, logs.filter((log) => log.status === status).length),
      ),
      ...found.flatMap(([words, count]) => (count === 0 ? [] : [row(words, count)])),
    ],
  );
}

function row(words: string, count: number): readonly Line[] {
  return [[words], [numberText(count)]];
}

function listed(verdicts: readonly Told[], link: (file: string) => Line, most: number): Block {
  const shown = verdicts.slice(0, most).map(({ file, reason }) => ({
    line: link(file),
    below: reason === '' ? [] : [[{ log: reason, most: LONGEST }]],
  }));
  const left = verdicts.length - shown.length;
  const more: readonly Line[] =
    left === 0 ? [] : [[{ words: `and ${numberText(left)} more, which \`workmail-trail verify --json\` tells of` }]];
  return list([...shown, ...more]);
}

function isUnchanged({ status }: LogVerdict): boolean {
  return status === 'unchanged';
}

function notedFirst(left: Told, right: Told): number {
  return Number(right.isNoted) - Number(left.isNoted);
}

function countOf<S extends string>(
  verdicts: readonly { readonly status: S }[],
  status: S,
  words: string,
  what: string,
): readonly string[] {
  const { length } = verdicts.filter((verdict) => verdict.status === status);
  return length === 0 ? [] : [`${countText(length, what)} ${words}`];
}
