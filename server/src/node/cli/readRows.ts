import { once, type Window } from '../../core';
import type { Limits } from '../../host/limits';
import type { ScannedFile } from '../../host/logFiles';
import { askedOf, NO_SERVICE } from '../../places/asked';
import type { FilePath } from '../filePath';
import { FileReader } from '../scan/readBytes';
import { fileOf, readHere } from '../scan/readHere';
import type { ReadMet, Writing } from '../scan/readMet';
import { textAgain } from '../scan/textAgain';
import { inTwoRounds } from '../scan/twoRounds';
import { byOrder, type LogOrder } from './answeringRows';
import type { CommandContext } from './commandContext';
import { namedLogs } from './namedLogs';
import { areSmall, Names, placesNamed, STDIN_URI } from './places';
import { readLog } from './readLog';

/** Which rows are read. */
export interface WantedRows {
  /** Files, folders and patterns; `-` is standard input. */
  readonly files: readonly string[];
  readonly limits: Limits;
  readonly window?: Window;
  /** A question that asks the text of records; what does not answer is not kept. */
  readonly where?: string;
  /** Rows are written by the threads that read them, and none is told of; absent: the other way round. */
  readonly writing?: Writing;
}

/** What is said of a log as a file. */
interface Complaint {
  readonly order: LogOrder;
  readonly label: string;
  readonly words: readonly string[];
}

/** A log whose rows were read. */
export interface ReadRows {
  readonly order: LogOrder;
  /** Its position among all that was met on disks. */
  readonly number: number;
  /** What it is called. */
  readonly name: string;
  readonly file: ScannedFile;
  /** Its text, read again where it lies on a disk; undefined where it can't be. */
  readonly text: () => Promise<string | undefined>;
}

/**
 * Reads the rows of all events in what was named on the command line, and says what is wrong with files.
 *
 * @param readMet reads what is more than a little
 * @param take is given each log, in any order
 * @returns whether something that should have been read could not be, or was not
 */
export async function readRows(
  { files, limits, window, where, writing }: WantedRows,
  around: CommandContext,
  readMet: ReadMet,
  take: (read: ReadRows) => void,
): Promise<boolean> {
  const { progress, stop } = around;
  const question = {
    service: NO_SERVICE,
    keepsRows: true,
    ...(window && { window }),
    ...(where !== undefined && { where }),
  };
  const places = await placesNamed(files);
  const complaints: Complaint[] = [];
  let isIncomplete = false;
  const takeFile = (read: ReadRows, label: string): void => {
    const { order, file } = read;
    take(read);
    isIncomplete ||= file.isFailure;
    // Where the events of a log can't be read, its last reason says how they can.
    const words = file.container === 'unreadable' ? file.reasons : file.notes.map(({ message }) => message);
    if (words.length > 0) complaints.push({ order, label, words });
  };
  for (const [rank, { kind }] of places.entries()) {
    if (kind !== 'stdin') continue;
    const read = await readLog('-', around.stdin, limits);
    const file = fileOf(STDIN_URI, read, askedOf(question)('-'), question.keepsRows);
    const text = 'failure' in read ? undefined : read.text;
    takeFile(
      { order: { rank, position: 0 }, number: -1, name: '-', file, text: () => Promise.resolve(text) },
      'standard input',
    );
  }
  const again = once(() => new FileReader(limits));
  const onDisk = (path: FilePath) => async (): Promise<string | undefined> => textAgain(again(), path, limits);
  const readThem = writing === undefined && (await areSmall(places)) ? inTwoRounds(readHere) : inTwoRounds(readMet);
  let found = 0;
  let done = 0;
  const { isPartial } = await readThem(
    { question, limits, writing },
    namedLogs(places, new Names(places), window),
    (part) => {
      if (part.kind === 'found') {
        found = part.files;
      } else {
        done += part.files.length;
        for (const { met, file, number } of part.files)
          takeFile({ order: met.order, number, name: met.name, file, text: onDisk(met.path) }, met.name);
      }
      progress.tell(() => `${done} of ${found} files read`);
    },
    stop,
  );
  progress.clear();
  complaints.sort((left, right) => byOrder(left.order, right.order));
  for (const { label, words } of complaints) for (const each of words) await around.complain(label, each);
  return isIncomplete || isPartial;
}
