import type { OtherRecords } from '../../core/investigate/summary';
import type { FileTold } from '../../places/scannedFile';
import type { Answer, Answers } from './messages';
import type { StretchTold } from './rowMessages';

/**
 * Answers as they cross from thread to thread: as JSON, which takes the threads less time than the values themselves. Of a file that is
 * as nearly all are only what differs from file to file is told: it was read as a whole, nothing is wrong in it, and nothing was left out.
 */

/** What is told of such a file, in this order; `null` for what there is not. */
type Brief = readonly [
  size: number,
  modified: number,
  changed: number,
  isCompressed: boolean,
  container: string,
  first: number | null,
  last: number | null,
  /** Events of WorkMail, and where they begin: see `EventsTold`. */
  workmail: number,
  starts: readonly number[] | null,
  /** Of each other service its eventSource and how many records there are. */
  others: readonly (string | number)[],
  /** Of each stretch its chunk, from, to and index. */
  stretches: readonly number[],
];

type Scanned = Extract<Answer, { readonly kind: 'scanned' }>;

export function answersText(answers: Answers): string {
  return JSON.stringify(
    answers.map((answer) =>
      answer.kind === 'written' ? 0 : answer.kind === 'scanned' && isUsual(answer.file) ? brief(answer) : answer,
    ),
  );
}

/**
 * The opposite of `answersText`; only for texts that it made. What is undefined in an answer may be absent then.
 *
 * @param files that are answered, and perhaps more
 */
export function answersIn(text: string, files: readonly { readonly uri: string }[]): Answers {
  const told: readonly (0 | Brief | Answer)[] = JSON.parse(text);
  return told.map((answer, at) =>
    answer === 0 ? WRITTEN : isBrief(answer) ? inFull(answer, files[at]?.uri ?? '') : answer,
  );
}

const WRITTEN: Answer = { kind: 'written' };

function isBrief(answer: Brief | Answer): answer is Brief {
  return Array.isArray(answer);
}

function isUsual({
  outcome,
  isFailure,
  reasons,
  notes,
  counts,
  malformed,
  others,
  outside,
  unasked,
  lost,
  lacksNames,
  tellsOrders,
  events,
}: FileTold): boolean {
  if (outcome !== 'read' || isFailure || reasons.length > 0 || notes.length > 0) return false;
  if (
    counts.malformed > 0 ||
    malformed.syntax > 0 ||
    malformed.schema > 0 ||
    outside > 0 ||
    unasked !== undefined ||
    lost ||
    lacksNames ||
    tellsOrders
  )
    return false;
  let records = 0;
  for (const [, other] of others) {
    if (other.malformed > 0) return false;
    records += other.records;
  }
  return (
    counts.own === undefined &&
    records === counts.other &&
    events.service === 'workmail' &&
    events.count === counts.workmail
  );
}

function brief({ file, stamp, stretches }: Scanned): Brief {
  const others: (string | number)[] = [];
  for (const [source, { records }] of file.others) others.push(source, records);
  const places: number[] = [];
  for (const { chunk, from, to, index } of stretches) places.push(chunk, from, to, index);
  return [
    file.size,
    file.modified,
    stamp.changed,
    file.isCompressed,
    file.container,
    file.first ?? null,
    file.last ?? null,
    file.counts.workmail,
    file.events.starts ?? null,
    others,
    places,
  ];
}

const NONE: readonly never[] = [];
const NOTHING_MALFORMED = { syntax: 0, schema: 0 };

function inFull(
  [size, modified, changed, isCompressed, container, first, last, workmail, starts, told, places]: Brief,
  uri: string,
): Scanned {
  const others: (readonly [string, OtherRecords])[] = [];
  let other = 0;
  for (let at = 0; at < told.length; at += 2) {
    const records = Number(told[at + 1]);
    others.push([String(told[at]), { records, malformed: 0 }]);
    other += records;
  }
  const stretches: StretchTold[] = [];
  for (let at = 0; at < places.length; at += 4) {
    const [chunk = 0, from = 0, to = 0, index = 0] = places.slice(at, at + 4);
    stretches.push({ chunk, from, to, index });
  }
  const file: FileTold = {
    uri,
    outcome: 'read',
    isFailure: false,
    reasons: NONE,
    notes: NONE,
    size,
    modified,
    isCompressed,
    container,
    counts: { workmail, malformed: 0, other },
    malformed: NOTHING_MALFORMED,
    others,
    first: first ?? undefined,
    last: last ?? undefined,
    outside: 0,
    events: { service: 'workmail', count: workmail, ...(starts !== null && { starts }) },
  };
  return { kind: 'scanned', file, stamp: { size, modified, changed }, stretches };
}
