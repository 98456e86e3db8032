import type { Window } from '../../core';
import { type LogReading, RuleAnswers, readRules } from '../../core/sigma/sigmaEngine';
import { positionsIn } from '../../documents/textRanges';
import type { Limits } from '../../host/limits';
import type { ScannedFile, TextPosition } from '../../host/logFiles';
import type { ReadMet } from '../scan/readMet';
import { recordsAgain } from '../scan/recordsAgain';
import { byOrder } from './answeringRows';
import type { CommandContext } from './commandContext';
import { type ReadRows, readRows } from './readRows';
import { ruleFiles } from './ruleFiles';
import { hitting, MOST_SHOWN, rulesJson, rulesText } from './sigmaText';

/** Which rules are asked of which logs. */
export interface SigmaAsked {
  readonly files: readonly string[];
  /** Files and folders of rules; none: those that are shipped. */
  readonly rules: readonly string[];
  readonly json: boolean;
  readonly window: Window | undefined;
  readonly limits: Limits;
}

/** A log, and how to read it again. */
type Log = Omit<ReadRows, 'file'> & { readonly readWith: ScannedFile['readWith'] | undefined };

const LARGEST = 2 ** 32;

/**
 * Asks Sigma rules of the events of all services in all logs, each event once.
 *
 * @param shipped the folder of the rules that come with the program
 * @param readMet reads what is more than a little
 */
export async function sigma(
  asked: SigmaAsked,
  shipped: string,
  around: CommandContext,
  readMet: ReadMet,
): Promise<{ readonly hasHits: boolean; readonly isIncomplete: boolean }> {
  const { output, progress, stop } = around;
  const { window, limits } = asked;
  const { files: ruleTexts, unread } = await ruleFiles(asked.rules.length === 0 ? [shipped] : asked.rules);
  for (const { label, reason } of unread) await around.complain(label, reason);
  const { rules, problems } = readRules(ruleTexts);
  for (const { file, line, message } of problems) await around.complain(`${file}:${line}`, message);
  let isIncomplete = unread.length > 0 || problems.length > 0;

  const answers = new RuleAnswers<Log>(rules, Math.floor(Math.random() * LARGEST));
  const readings: { readonly log: Log; readonly reading: LogReading }[] = [];
  const wanted = { files: asked.files, limits, ...(window && { window }) };
  const isPartlyRead = await readRows(wanted, around, readMet, ({ file, ...read }) => {
    const log = { ...read, readWith: file.readWith };
    const reading = answers.add(log, file.stretches);
    if (reading.rows.length > 0) readings.push({ log, reading });
  });
  for (const [at, { log, reading }] of readings.entries()) {
    if (stop.isCancellationRequested) break;
    progress.tell(() => `${at} of ${readings.length} files read again`);
    const text = await log.text();
    const records = text === undefined ? [] : recordsAgain(text, reading.rows, log.readWith);
    for (const [place, row] of reading.rows.entries()) reading.read(row, records[place]);
    if (text === undefined) await around.complain(log.name, 'it can’t be read a second time.');
    isIncomplete ||= text === undefined;
  }
  progress.clear();
  const told = answers.answers((left, right) => byOrder(left.order, right.order));
  const pieces = asked.json ? rulesJson(told) : rulesText(told, await placesOf(told));
  for (const piece of pieces) await output.write(piece);
  return {
    hasHits: told.some(({ events }) => events.length > 0),
    isIncomplete: isIncomplete || isPartlyRead || stop.isCancellationRequested,
  };
}

type Told = ReturnType<RuleAnswers<Log>['answers']>;

/** Where the events begin that are listed, by the texts of their logs, each of which is read once. */
async function placesOf(
  told: Told,
): Promise<(event: { readonly log: { readonly name: string }; readonly index: number }) => TextPosition | undefined> {
  const wanted = new Map<Log, Map<number, number>>();
  for (const { events } of hitting(told))
    for (const { log, index, chunk, row } of events.slice(0, MOST_SHOWN)) {
      const starts = wanted.get(log) ?? new Map<number, number>();
      wanted.set(log, starts.set(index, chunk.start(row)));
    }
  const found = new Map<object, Map<number, TextPosition>>();
  for (const [log, starts] of wanted) {
    const text = await log.text();
    if (text === undefined) continue;
    const positionOf = positionsIn(text) ?? ((character: number) => ({ line: 0, character }));
    found.set(log, new Map(Array.from(starts, ([index, start]) => [index, positionOf(start)])));
  }
  return ({ log, index }) => found.get(log)?.get(index);
}
