import { analyze } from '../../server/src/core/check/analyze';
import type { FieldOrder } from '../../server/src/core/read/own/fieldOrder';
import type { JsonObject } from '../../server/src/core/record';
import { awsExamples } from './awsExamples';
import { lineOfValues, recordsOfLog, someOrder } from './linesOfValues';
import { ownRecordOf } from './ownRecords';
import { SeededNumbers } from './seededNumbers';

/** What a run over many texts with events of CloudTrail, records as JSON and lines of values has found. */
export interface BesideTable {
  readonly lines: number;
  readonly read: number;
  /** Texts in which something was lost, told otherwise, or not told at all. */
  readonly wrong: readonly unknown[];
}

/** One record, as it is written and as it is to be read. */
interface Written {
  readonly message: string;
  readonly said: JsonObject;
  readonly isLine: boolean;
}

const DELIMITERS = ['\t', ' ', ',', '|', ';'];

/** What holds the messages: undefined for one that can't hold what is asked for. */
const holders: Readonly<Record<string, (messages: readonly string[]) => string>> = {
  lines: (messages) => messages.join('\n'),
  'lines of Windows': (messages) => `\ufeff${messages.join('\r\n')}\r\n`,
  tail: (messages) => messages.map((message) => `1970-01-01T00:00:00.000000+00:00 log/stream ${message}`).join('\n'),
  'get-log-events': (messages) =>
    JSON.stringify({ events: messages.map((message) => ({ timestamp: 0, message, ingestionTime: 2 })) }, null, 1),
  'event a line': (messages) => messages.map((message) => JSON.stringify({ timestamp: 0, message })).join('\n'),
  insights: (messages) =>
    ['@timestamp,@message', ...messages.map((message) => `0,"${message.replaceAll('"', '""')}"`)].join('\n'),
};

/** What is told of lines that are not read, and of what stands before events. */
const OF_LINES: ReadonlySet<string> = new Set(['WT133', 'WT134', 'WT135']);

/** Writes events, records and lines among each other in all that may hold them, and holds what is read against what was written. */
export function runValuesBeside(seed: number, runs: number): BesideTable {
  const random = new SeededNumbers(seed);
  const calls = awsExamples();
  const sums = { lines: 0, read: 0 };
  const wrong: unknown[] = [];
  for (let run = 0; run < runs; run++) {
    const delimiter = DELIMITERS[random.between(0, DELIMITERS.length - 1)] ?? '\t';
    const records = recordsOfLog(ownRecordOf(random).log, 3 + random.between(0, 5), random);
    const fields = someOrder(records, random);
    const told: readonly FieldOrder[] = random.between(0, 3) === 0 ? [] : [{ fields, delimiter }];
    const ofLog = records.map(({ event }): Written => {
      if (random.between(0, 3) === 0) return { message: JSON.stringify(event), said: event, isLine: false };
      const { line, said } = lineOfValues(event, fields, delimiter);
      return { message: line, said, isLine: true };
    });
    const ofCalls = Array.from({ length: 2 + random.between(0, 3) }, (): Written => {
      const said = calls[random.between(0, calls.length - 1)] ?? {};
      return { message: JSON.stringify(said), said, isLine: false };
    });
    const all = [...ofLog, ...ofCalls].map((each) => ({ each, rank: random.between(0, 1_000_000) }));
    const written = all.sort((left, right) => left.rank - right.rank).map(({ each }) => each);
    for (const [holder, write] of Object.entries(holders)) {
      const text = write(written.map(({ message }) => message));
      const { read, problems } = readingOf(text, told);
      const lost = lostOf(written, read, told.length > 0);
      sums.lines += written.filter(({ isLine }) => isLine).length;
      sums.read += read.length;
      const others = problems.filter((code) => !(OF_LINES.has(code) || (lost.unread > 0 && code === 'WT121')));
      const isSilent = lost.unread > 0 && problems.length === 0 && isLike(fields, delimiter);
      if (lost.wrong.length > 0 || others.length > 0 || isSilent)
        wrong.push({ seed, run, holder, text, told, lost, problems });
    }
  }
  return { ...sums, wrong };
}

interface ReadText {
  readonly read: readonly JsonObject[];
  readonly problems: readonly string[];
}

function readingOf(text: string, told: readonly FieldOrder[]): ReadText {
  const reading = analyze(text, undefined, told);
  const read: JsonObject[] = [];
  let next = reading.next();
  for (; !next.done; next = reading.next()) read.push(next.value.event ?? {});
  return { read, problems: next.value.problems.map(({ code }) => code) };
}

/** Whether nothing but a line of values is so: what spaces part may be a sentence, and without a time, an address, or yes or no it may be of any program. */
function isLike(fields: readonly string[], delimiter: string): boolean {
  return delimiter !== ' ' && fields.some((name) => /timestamp|_ip$|allowed|granted|successful/.test(name));
}

/** What was written and is not read as it was, and how many lines are not read. @param isTold all lines can be read */
function lostOf(
  written: readonly Written[],
  read: readonly JsonObject[],
  isTold: boolean,
): { readonly wrong: readonly unknown[]; readonly unread: number } {
  let at = 0;
  let unread = 0;
  const wrong: unknown[] = [];
  for (const { said, isLine } of written) {
    const found = read[at];
    if (found !== undefined && (isLine ? saysPartOf(found, said, isTold) : isSame(found, said))) at++;
    else if (isLine && !isTold) unread++;
    else wrong.push({ said, found });
  }
  if (at < read.length) wrong.push({ found: read[at] });
  return { wrong, unread };
}

function isSame(found: JsonObject, said: JsonObject): boolean {
  return JSON.stringify(found) === JSON.stringify(said);
}

/** Whether a line says nothing that was not written, and all of it where it is known. */
function saysPartOf(found: JsonObject, said: JsonObject, isAll: boolean): boolean {
  const names = Object.keys(found).filter((name) => !name.startsWith('column_'));
  if (!names.every((name) => found[name] === said[name]) || names.length === 0) return false;
  return !isAll || names.length === Object.keys(said).length;
}
