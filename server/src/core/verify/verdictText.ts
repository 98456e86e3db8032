import { terminal } from '../explain/escape';
import { byText } from '../investigate/order';
import { isoSecond } from '../investigate/utcText';
import type { DigestVerdict } from './chain';
import type { Gap } from './gaps';
import type { LogVerdict } from './logVerdicts';
import { reasons } from './reasons';
import type { Verification } from './verifyFiles';

/** What `verify --json` prints. Logs that WorkMail itself writes stand among the others: no digest covers them. */
export function verificationData({ logs, digests, gaps, ownLogs }: Verification): object {
  const own = ownLogs.map((file) => ({ file, status: 'not-covered', reason: reasons.ownLog, digest: null }));
  const told = [...logs.map(({ file, status, reason, digest }) => ({ file, status, reason, digest })), ...own];
  return {
    logs: told.sort((left, right) => byText(left.file, right.file)),
    digests: digests.map(({ file, status, signature, reason }) => ({ file, status, signature, reason })),
    gaps: gaps.map(({ account, region, from, to }) => ({ account, region, from: timeText(from), to: timeText(to) })),
  };
}

/** Whether something was found that is not in order. That a log is later than the last digest is in order. */
export function hasFaults({ logs, digests, gaps }: Verification): boolean {
  return gaps.length > 0 || logs.some(isFault) || digests.some(isFault);
}

/** What `verify` prints, line by line, for a terminal: nothing in it is obeyed. */
export function* verificationText(verification: Verification): Generator<string> {
  const { logs, digests, gaps, ownLogs } = verification;
  yield sumOf('digest', digests, DIGEST_WORDS);
  if (digests.length > 0) yield `Signatures: ${counts(digests.map(({ signature }) => SIGNATURE_WORDS[signature]))}.`;
  yield sumOf('log', logs, LOG_WORDS);
  if (ownLogs.length > 0) yield ownWords(ownLogs.length);
  if (gaps.length > 0) yield '';
  for (const gap of gaps) yield terminal(gapWords(gap));
  yield* listed(digests, DIGEST_WORDS);
  yield* listed(logs, LOG_WORDS);
}

/** What is said of a log, in words. */
export const LOG_WORDS: Readonly<Record<LogVerdict['status'], string>> = {
  unchanged: 'unchanged',
  changed: 'changed',
  missing: 'missing',
  'not-covered': 'not covered',
  'cannot-tell': 'can’t be told',
};

/** What is said of a digest, in words. */
export const DIGEST_WORDS: Readonly<Record<DigestVerdict['status'], string>> = {
  chained: 'chained',
  changed: 'changed',
  missing: 'missing',
  'cannot-tell': 'can’t be told',
};

/** What is said of the signature of a digest, in words. */
export const SIGNATURE_WORDS: Readonly<Record<DigestVerdict['signature'], string>> = {
  valid: 'valid',
  invalid: 'invalid',
  'not-checked': 'not checked',
};

interface Verdict<Status extends string> {
  readonly file: string;
  readonly status: Status;
  readonly reason: string;
  readonly isNoted: boolean;
}

/** Whether something is not in order of a log or a digest. */
export function isFault({ isFaulty }: { readonly isFaulty: boolean }): boolean {
  return isFaulty;
}

function sumOf<Status extends string>(
  what: string,
  verdicts: readonly Verdict<Status>[],
  words: Readonly<Record<Status, string>>,
): string {
  const { length } = verdicts;
  const sum = `${length} ${what}${length === 1 ? '' : 's'}`;
  return length === 0 ? `${sum}.` : `${sum}: ${counts(verdicts.map(({ status }) => words[status]))}.`;
}

function counts(words: readonly string[]): string {
  const counted = new Map<string, number>();
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1);
  return Array.from(counted, ([word, count]) => `${count} ${word}`).join(', ');
}

/** A gap as a sentence; not escaped. */
export function gapWords({ account, region, from, to }: Gap): string {
  const [since, until] = [timeText(from), timeText(to)];
  return `No digest of account ${account}, Region ${region}, is of the time from ${since} to ${until}.`;
}

/** What is said of logs that WorkMail itself writes. */
export function ownWords(count: number): string {
  const are = count === 1 ? '1 log that WorkMail itself writes is' : `${count} logs that WorkMail itself writes are`;
  return `${are} here, too, which no digest of CloudTrail ever covers: whether ${count === 1 ? 'it was' : 'they were'} changed can’t be told by digests.`;
}

function* listed<Status extends string>(
  verdicts: readonly Verdict<Status>[],
  words: Readonly<Record<Status, string>>,
): Generator<string> {
  const noted = verdicts.filter(({ isNoted }) => isNoted);
  if (noted.length > 0) yield '';
  for (const { file, status, reason } of noted) {
    yield `${words[status]}: ${terminal(file)}`;
    yield `  ${terminal(reason)}`;
  }
}

/** The latest moment that has a text. */
const LATEST = 8.64e15;

function timeText(time: number): string {
  return isoSecond(Math.max(-LATEST, Math.min(LATEST, time)));
}
