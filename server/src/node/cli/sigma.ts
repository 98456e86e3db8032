import type { Window } from '../../core';
import { type LogReading, RuleAnswers, readRules } from '../../core/sigma/sigmaEngine';
import { positionsIn } from '../../documents/textRanges';
import type { Limits } from '../../host/limits';
import type { ScannedFile, TextPosition } from '../../host/logFiles';
import { askedOf } from '../../places/asked';
import type { FilePath } from '../filePath';
import { fileOf, readHere } from '../scan/readHere';
import type { ReadMet } from '../scan/readMet';
import { recordsAgain } from '../scan/recordsAgain';
import { byOrder, type LogOrder } from './answeringRows';
import type { CommandContext } from './commandContext';
import { namedLogs } from './namedLogs';
import { areSmall, Names, placesNamed, STDIN_URI } from './places';
import { readLog } from './readLog';
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
interface Log {
  readonly order: LogOrder;
  readonly name: string;
  readonly text: () => Promise<string | undefined>;
}

/** What is said of a log as a file. */
interface Complaint {
  readonly order: LogOrder;
  readonly label: string;
  readonly words: readonly string[];
}

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
  // No service is called so: all is told from rows, and no event is wanted as a whole.
  const question = { service: 'none', keepsRows: true, ...(window && { window }) };
  const places = await placesNamed(asked.files);
  const complaints: Complaint[] = [];
  const readings: { readonly log: Log; readonly reading: LogReading }[] = [];
  const take = (log: Log, label: string, file: ScannedFile): void => {
    const reading = answers.add(log, file.stretches);
    if (reading.rows.length > 0) readings.push({ log, reading });
    isIncomplete ||= file.isFailure;
    // Where the events of a log can't be read, its last reason says how they can.
    const words = file.container === 'unreadable' ? file.reasons : file.notes.map(({ message }) => message);
    if (words.length > 0) complaints.push({ order: log.order, label, words });
  };
  const onDisk = (path: FilePath) => async (): Promise<string | undefined> => {
    const read = await readLog(path, around.stdin, limits);
    return 'failure' in read ? undefined : read.text;
  };
  for (const [rank, { kind }] of places.entries()) {
    if (kind !== 'stdin') continue;
    const read = await readLog('-', around.stdin, limits);
    const text = 'failure' in read ? undefined : read.text;
    const log = { order: { rank, position: 0 }, name: '-', text: () => Promise.resolve(text) };
    take(log, 'standard input', fileOf(STDIN_URI, read, askedOf(question)('-'), question.keepsRows));
  }
  const readThem = (await areSmall(places)) ? readHere : readMet;
  let found = 0;
  let done = 0;
  const { isPartial } = await readThem(
    { question, limits },
    namedLogs(places, new Names(places), window),
    (part) => {
      if (part.kind === 'found') {
        found = part.files;
      } else {
        done += part.files.length;
        for (const { met, file } of part.files)
          take({ order: met.order, name: met.name, text: onDisk(met.path) }, met.name, file);
      }
      progress.tell(() => `${done} of ${found} files read`);
    },
    stop,
  );
  for (const [at, { log, reading }] of readings.entries()) {
    if (stop.isCancellationRequested) break;
    progress.tell(() => `${at} of ${readings.length} files read again`);
    const text = await log.text();
    const records = text === undefined ? [] : recordsAgain(text, reading.rows);
    for (const [place, row] of reading.rows.entries()) reading.read(row, records[place]);
    if (text === undefined)
      complaints.push({ order: log.order, label: log.name, words: ['it can’t be read a second time.'] });
    isIncomplete ||= text === undefined;
  }
  progress.clear();
  complaints.sort((left, right) => byOrder(left.order, right.order));
  for (const { label, words } of complaints) for (const each of words) await around.complain(label, each);
  const told = answers.answers((left, right) => byOrder(left.order, right.order));
  const pieces = asked.json ? rulesJson(told) : rulesText(told, await placesOf(told));
  for (const piece of pieces) await output.write(piece);
  return {
    hasHits: told.some(({ events }) => events.length > 0),
    isIncomplete: isIncomplete || isPartial || stop.isCancellationRequested,
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
