import type { CancellationToken } from 'vscode-languageserver';
import { parseQuestion, printQuestion, type ReportBeside, type Sketch, sameCase } from '../core';
import type { EventLog } from '../documents/eventLog';
import { answeringInput } from '../events/answeringInput';
import { type Asked, collectReportInput, type ReportInput, unaskedIn } from '../events/reportInput';
import { cancelled, drain } from '../host/cooperate';
import { fileKey } from '../wire/fileKey';
import { type ReportParams, SummarizeProgress } from '../wire/protocol';
import { readViewUri } from '../wire/viewUri';
import { askedLog } from './askedLogs';
import type { ServerContext } from './context';

/** How far everything is when all records are added up, in percent. */
const ADDED = 80;

/** All that a report is written from, whatever it is written as. */
export interface ReportParts {
  readonly input: ReportInput;
  readonly beside: ReportBeside;
  /** Tells which case the logs belong to; empty where only what answers a question is reported. */
  readonly sketch: Sketch;
  /** The position in the summary of the log that an answer names; undefined where it is none of these. */
  readonly positionOf: (file: string) => number | undefined;
}

/** Reads some open logs and inspected places and asks what happened in them, with progress where somebody listens to it. */
export async function gatherReport(
  context: ServerContext,
  { uris, labels, where, written, workDoneToken }: ReportParams,
  token: CancellationToken,
): Promise<ReportParts> {
  const tell = (percentage: number, message: string): void => {
    if (workDoneToken === undefined) return;
    context.connection
      .sendProgress(SummarizeProgress, workDoneToken, { kind: 'report', percentage, message })
      .catch(() => undefined);
  };
  const asked: Asked[] = [];
  for (const [position, uri] of uris.entries()) {
    tell(Math.floor((50 * position) / uris.length), `Reading ${position + 1} of ${uris.length}`);
    asked.push(await askedLog(context, uri, labels[position] ?? uri, token));
  }
  const total = asked.reduce((sum, { found }) => sum + recordsOf(found), 0);
  let told = 50;
  const input = await drain(collectReportInput(asked), context.platform, token, (added) => {
    const percentage = 50 + Math.floor(((ADDED - 50) * added) / total);
    if (percentage <= told) return;
    told = percentage;
    tell(told, `${added} of ${total} records`);
  });
  if (input === undefined) throw cancelled();
  if (isAsked(where)) {
    tell(ADDED + 1, 'Looking for what answers');
    return answeringParts(context, input, where, token);
  }
  tell(ADDED + 1, 'Asking what happened');
  const among = await context.events.among(isAmong(asked), token);
  const { answers, sketch, own: ownLogs } = await context.answers.of(among, token);
  tell(100, 'Writing');
  // What was written on other logs is no part of a report on these.
  const own = written === undefined ? undefined : sameCase(sketch, [written]);
  const beside = { ...besideAll(context, input), answers, own: ownLogs, ...(own !== undefined && { written: own }) };
  return { input, beside, sketch, positionOf: positionsIn(input) };
}

/** Answers, and what was written on them, are of all events: a report on some leaves them out. */
async function answeringParts(
  context: ServerContext,
  all: ReportInput,
  where: string,
  token: CancellationToken,
): Promise<ReportParts> {
  const asked = parseQuestion(where);
  const input = await answeringInput(all, asked, context.platform, token);
  const question = asked.problems.length > 0 ? where.trim() : printQuestion(asked.question);
  const beside = { ...besideAll(context, input), asked: { question, unasked: unaskedIn(input.kept) } };
  return { input, beside, sketch: [], positionOf: positionsIn(input) };
}

/** What is told beside every report. */
function besideAll({ names }: ServerContext, { folders, kept }: ReportInput): ReportBeside {
  const scans = folders.map(({ label, from, to, place: { collector, state } }) => ({
    account: kept === undefined ? collector.account : { ...collector.account, unasked: unaskedIn(kept, from, to) },
    title: { places: [label], isPartial: state !== 'complete' },
  }));
  return { scans, added: names.names };
}

/** Whether a log is asked for, or lies in a folder that is. */
function isAmong(asked: readonly Asked[]): (log: EventLog) => boolean {
  const keys = new Set(asked.map(({ uri }) => keyOf(uri)));
  const folders = asked.flatMap(({ uri, found }) => (found.kind === 'folder' ? [`${keyOf(uri)}/`] : []));
  return ({ uri }) => {
    const key = keyOf(uri);
    return keys.has(key) || folders.some((folder) => key.startsWith(folder));
  };
}

/** Positions of logs in the summary; of a file that is open and lies in a folder that of the open one. */
function positionsIn({ logs }: ReportInput): ReportParts['positionOf'] {
  const [files, whole] = [new Map<string, number>(), new Map<string, number>()];
  for (const [at, log] of logs.entries()) {
    if (log.kind === 'file') files.set(keyOf(log.file.uri), at);
    else if (log.kind !== 'none') whole.set(keyOf(log.analysis.uri), at);
  }
  const positions = new Map([...files, ...whole]);
  return (file) => positions.get(keyOf(file));
}

/** A readable view stands for its log. */
function keyOf(uri: string): string {
  return fileKey(readViewUri(uri)?.log ?? uri);
}

/** Whether there is a question, of whatever type it may be. */
export function isAsked(where: unknown): where is string {
  return typeof where === 'string' && where.trim() !== '';
}

function recordsOf(found: Asked['found']): number {
  switch (found.kind) {
    case 'missing':
      return 0;
    case 'folder':
      return found.place.told().workmail;
    default:
      return found.analysis.recordCount;
  }
}
