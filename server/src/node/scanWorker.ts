import { parentPort, workerData } from 'node:worker_threads';
import { once } from '../core/once';
import type { ParticularNumbers } from '../core/store/particularNumbers';
import { Extractor } from '../extract/extractor';
import { FlatReader } from '../extract/own/flatReader';
import { askedOf } from '../places/asked';
import { answersText } from './scan/answersText';
import { KeptRows } from './scan/keptRows';
import type { Answer, Batch, ThreadMessage, WorkerOrders } from './scan/messages';
import { FileReader } from './scan/readBytes';
import { isFlatChunk, type RowsTold } from './scan/rowMessages';
import { scanFile, type Ways } from './scan/scanFile';
import { Turns } from './writing/turns';
import { WritingThread } from './writing/writingThread';

/** A thread that reads files for a scan: takes batches, answers soon. */

/** Answers wait no longer than this for those after them, in milliseconds. */
const SOON = 50;
/** An extractor that knows more bytes of texts forgets them, where nobody else knows them. */
const MOST_KNOWN = 1 << 20;
/** One that holds more bytes, since it has read a large log, is given up for a new one. */
const MOST_HELD = 12 << 20;

const { question, limits, begun, module, secret, writing: orders }: WorkerOrders = workerData;
const askedIn = askedOf(question);
const reader = new FileReader(limits);
const turns = orders && new Turns(orders.turns);
let { extractor, flat, rows, writing } = newWays();
let number = 0;
/** Not sent yet. */
let answers: Answer[] = [];

parentPort?.on('message', (batch: Batch) => {
  let last = performance.now();
  for (const file of batch) {
    ({ number } = file);
    if (turns?.mayGoOn(number) === false) {
      send();
      turns.wait(number);
    }
    Atomics.add(begun, 0, 1);
    writing?.begin(number);
    const ways: Ways = { extractor, flat, rows, writing };
    // Those before it may have been sent meanwhile.
    const answer = scanFile(file, reader, limits, askedIn, ways);
    answers.push(answer);
    const now = performance.now();
    if (now - last < SOON && writing?.isFull !== true) continue;
    send();
    last = now;
    if (writing !== undefined && extractor !== undefined) giveUp(extractor, writing);
  }
  if (answers.length > 0) send();
});

/** Gives up what grows on the way; all that was written was sent. */
function giveUp(reading: Extractor, written: WritingThread): void {
  if (reading.held > MOST_HELD) ({ extractor, flat, rows, writing } = newWays());
  else if (reading.known > MOST_KNOWN) {
    reading.forget();
    rows = newRows();
    written.forget(rows);
  }
}

/** What a thread reads with from file to file, and that grows on the way. */
function newWays(): {
  extractor: Extractor | undefined;
  flat: (() => FlatReader | undefined) | undefined;
  rows: KeptRows;
  writing: WritingThread | undefined;
} {
  const extractor = module && Extractor.of(module);
  // What is written is told of record by record.
  const flat = module && orders === undefined ? once(() => ({ reader: FlatReader.of(module, secret) })) : undefined;
  const rows = newRows(extractor);
  return {
    extractor,
    flat: flat && (() => flat().reader),
    rows,
    writing: orders && new WritingThread(orders, extractor, rows, sendPiece),
  };
}

function newRows(of = extractor): KeptRows {
  return new KeptRows(of, question.keepsRows === true, orders === undefined || orders.where !== '');
}

function send(): void {
  // What is written takes its rows itself.
  const told = writing === undefined ? rows.take() : NOTHING;
  const piece = writing?.take();
  if (piece !== undefined) turns?.hold(piece.bytes);
  const message: ThreadMessage = { answers: answersText(answers), rows: told, piece };
  parentPort?.postMessage(message, buffersOf(told));
  answers = [];
}

const NOTHING: RowsTold = { chunks: [], written: { texts: [], calls: [], identities: [] } };

/** In the middle of a file. Those before it are answered first: only when they are done it can be the turn of this one. */
function sendPiece(): void {
  send();
  turns?.wait(number);
}

/** What crosses to the other thread without being copied. */
function buffersOf({ chunks, extracted, flat: flatTables }: RowsTold): ArrayBuffer[] {
  const arrays: (Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>)[] = chunks.flatMap((chunk) =>
    isFlatChunk(chunk)
      ? [chunk.rows.numbers, chunk.own.numbers]
      : [chunk.numbers, chunk.own.rows, chunk.own.numbers, ...arraysOf(chunk.particulars)],
  );
  if (flatTables !== undefined) {
    const { bytes, ends, marks } = flatTables.texts;
    arrays.push(bytes, ends, ...(marks === undefined ? [] : [marks]));
  }
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
