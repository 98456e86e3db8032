import {
  addEvent,
  addLog,
  anyOf,
  distinctKey,
  type EventInLog,
  emptySummary,
  type Question,
  type QuestionProblem,
  type Summary,
} from '../core/index';
import type { EventLog } from '../documents/eventLog';
import { RequestIds } from '../documents/logIndex/requestIds';
import { OpenChunks } from '../documents/openChunks';
import { openLog, type ReadAgain } from '../documents/openLog';
import { cancelled, drain, type Stoppable } from '../host/cooperate';
import type { Platform } from '../host/platform';
import { scannedLog } from '../places/scannedLog';
import { pickRows } from './pickRows';
import type { Kept, ReportInput, Unasked } from './reportInput';
import { type Picks, RowsTogether } from './rowsTogether';

/** A log whose rows are asked, and the position of the log in the summary that they are counted in. */
interface AskedLog {
  readonly log: EventLog;
  readonly at: number;
}

/**
 * What of a report's input answers a question. An event answers when the record that speaks for it does, as in the tree, and is then kept
 * with all its copies. Logs keep their positions, so that what leads to events leads to the same ones.
 *
 * @throws ResponseError when it was called off
 */
export async function answeringInput(
  input: ReportInput,
  { question, problems }: { readonly question: Question; readonly problems: readonly QuestionProblem[] },
  platform: Platform,
  token: Stoppable,
): Promise<ReportInput & { readonly kept: Kept }> {
  const asked = askedLogs(input, platform);
  const logs = asked.map(({ log }) => log);
  const together = await drain(RowsTogether.collect(logs, 0), platform, token, () => undefined);
  if (together === undefined) throw cancelled();
  // A question that can't be read is not what somebody meant.
  const picking = pickRows(together, problems.length > 0 ? anyOf([]) : question);
  const picks = await drain(picking, platform, token, (waited) => waited);
  if (picks === undefined) throw cancelled();
  const work = summed(together, withCopies(together, picks), asked, input.logs.length);
  const found = await drain(work, platform, token, () => undefined);
  if (found === undefined) throw cancelled();
  const kept: Kept = {
    unasked: found.unasked,
    has: ({ log, facts }: EventInLog) => found.kept[log]?.has(facts.index) === true,
  };
  return { ...input, summary: found.summary, kept };
}

function askedLogs({ logs, folders }: ReportInput, platform: Platform): readonly AskedLog[] {
  const readAgain: ReadAgain = { requestIds: new RequestIds(), chunks: new OpenChunks() };
  const all: AskedLog[] = [];
  for (const [at, log] of logs.entries()) {
    if (log.kind === 'file') all.push({ log: scannedLog(log.file, platform.files), at });
    else if (log.kind !== 'none') all.push({ log: openLog(log.analysis, readAgain), at });
  }
  // What of folders is told of by its numbers alone.
  for (const { rest } of folders) {
    for (const file of rest.files) all.push({ log: scannedLog(file, platform.files), at: rest.at });
  }
  return all;
}

/** Whether a row is kept: one that only repeats an event when that one is. */
function withCopies(together: RowsTogether, picks: Picks): (row: number) => boolean {
  const { rows } = together;
  // A log can hold one event a hundred thousand times.
  const known = new Map<string, boolean>();
  return (row) => {
    if (together.speaks(row)) return picks[row] === 1;
    const key = distinctKey(rows.event(row));
    const kept =
      known.get(key) ??
      together.copies(key).some(({ log, facts }) => picks[rows.numberOf(log, facts.index) ?? -1] === 1);
    known.set(key, kept);
    return kept;
  };
}

interface Summed {
  readonly summary: Summary;
  /** Indexes of the records that are kept, and how many are not, by the position of the log in the summary. */
  readonly kept: readonly Set<number>[];
  readonly unasked: readonly Unasked[];
}

/** Yields between pieces. */
function* summed(
  { rows }: RowsTogether,
  isKept: (row: number) => boolean,
  asked: readonly AskedLog[],
  count: number,
): Generator<void, Summed> {
  const summary = emptySummary();
  const kept = Array.from({ length: count }, () => new Set<number>());
  const unasked = Array.from({ length: count }, () => ({ records: 0, broken: 0 }));
  for (let log = 0; log < count; log++) addLog(summary, log);
  for (const { piece, log, first } of rows.pieces) {
    const at = asked[log]?.at ?? -1;
    const [indexes, others] = [kept[at], unasked[at]];
    if (indexes === undefined || others === undefined) continue;
    for (let row = piece.from; row < piece.to; row++) {
      const number = first + row - piece.from;
      if (isKept(number)) {
        indexes.add(piece.index + row - piece.from);
        addEvent(summary, at, piece.facts(row));
        continue;
      }
      others.records++;
      if (piece.rows.malformed(row) === 'syntax') others.broken++;
    }
    yield;
  }
  return { summary, kept, unasked };
}
