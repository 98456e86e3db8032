import { parentPort, workerData } from 'node:worker_threads';
import type { ParticularNumbers } from '../core/store/particularNumbers';
import { Extractor } from '../extract/extractor';
import { FlatReader } from '../extract/own/flatReader';
import { askedOf } from '../places/asked';
import { answersText } from './scan/answersText';
import { KeptRows } from './scan/keptRows';
import type { Answer, Answers, Batch, ThreadMessage, WorkerOrders } from './scan/messages';
import { FileReader } from './scan/readBytes';
import type { RowsTold } from './scan/rowMessages';
import { scanFile, type Ways } from './scan/scanFile';
import { Turns } from './writing/turns';
import { WritingThread } from './writing/writingThread';

/** A thread that reads files for a scan: takes batches, answers soon. */

/** Answers wait no longer than this for those after them, in milliseconds. */
const SOON = 50;
/** An extractor that holds more bytes is given up for a new one, where nobody else knows its texts. */
const MOST_HELD = 24 << 20;

const { question, limits, begun, module, writing: orders }: WorkerOrders = workerData;
const askedIn = askedOf(question);
const reader = new FileReader(limits);
const turns = orders && new Turns(orders.turns);
let { extractor, flat, rows, writing } = newWays();
let number = 0;

parentPort?.on('message', (batch: Batch) => {
  let answers: Answer[] = [];
  let last = performance.now();
  for (const file of batch) {
    ({ number } = file);
    if (turns?.mayGoOn(number) === false) {
      send(answers);
      answers = [];
      turns.wait(number);
    }
    Atomics.add(begun, 0, 1);
    writing?.begin(number);
    const ways: Ways = { extractor, flat, rows, write: writing && ((log) => writing?.write(log)) };
    answers.push(scanFile(file, reader, limits, askedIn, ways));
    const now = performance.now();
    if (now - last < SOON && writing?.isFull !== true) continue;
    send(answers);
    answers = [];
    last = now;
    if (orders !== undefined && (extractor?.held ?? 0) > MOST_HELD) ({ extractor, flat, rows, writing } = newWays());
  }
  if (answers.length > 0) send(answers);
});

/** What a thread reads with from file to file, and that grows on the way. */
function newWays(): {
  extractor: Extractor | undefined;
  flat: FlatReader | undefined;
  rows: KeptRows;
  writing: WritingThread | undefined;
} {
  const extractor = module && Extractor.of(module);
  // What is written is told of record by record.
  const flat = module && orders === undefined ? FlatReader.of(module) : undefined;
  const rows = new KeptRows(extractor, question.keepsRows === true, orders === undefined || orders.where !== '', flat);
  return { extractor, flat, rows, writing: orders && new WritingThread(orders, extractor, rows, sendPiece) };
}

function send(answers: Answers): void {
  // What is written takes its rows itself.
  const told = writing === undefined ? rows.take() : NOTHING;
  const piece = writing?.take();
  if (piece !== undefined) turns?.hold(piece.bytes.length);
  const message: ThreadMessage = { answers: answersText(answers), rows: told, piece };
  parentPort?.postMessage(message, buffersOf(told));
}

const NOTHING: RowsTold = { chunks: [], written: { texts: [], calls: [], identities: [] } };

/** In the middle of a file. */
function sendPiece(): void {
  const piece = writing?.take();
  if (piece === undefined) return;
  turns?.hold(piece.bytes.length);
  const message: ThreadMessage = { answers: answersText([]), rows: NOTHING, piece };
  parentPort?.postMessage(message);
  turns?.wait(number);
}
/** What crosses to the other thread without being copied. */
function buffersOf({ chunks, extracted, flat: flatTables }: RowsTold): ArrayBuffer[] {
  const arrays: (Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>)[] = chunks.flatMap(
    ({ numbers, own, particulars }) => [numbers, own.rows, own.numbers, ...arraysOf(particulars)],
  );
  if (flatTables !== undefined) arrays.push(flatTables.texts.bytes, flatTables.texts.ends);
  if (extracted !== undefined) {
    const { numbers, texts, calls, identities, particulars } = extracted;
    arrays.push(numbers, texts.ends, calls, identities, ...arraysOf(particulars));
  }
  const buffers: ArrayBuffer[] = arrays.map(({ buffer }) => buffer);
  return extracted === undefined ? buffers : [...buffers, extracted.texts.bytes.buffer];
}

function arraysOf({
  rows,
  ends,
  numbers,
  contents,
}: ParticularNumbers): (Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>)[] {
  return [rows, ends, numbers, contents.rows, contents.ends, contents.bytes];
}
