import { parentPort, workerData } from 'node:worker_threads';
import type { ParticularNumbers } from '../core/store/particularNumbers';
import { Extractor } from '../extract/extractor';
import { askedOf } from '../places/asked';
import { answersText } from './scan/answersText';
import { KeptRows } from './scan/keptRows';
import type { Answer, Answers, Batch, ThreadMessage, WorkerOrders } from './scan/messages';
import { FileReader } from './scan/readBytes';
import type { RowsTold } from './scan/rowMessages';
import { scanFile } from './scan/scanFile';

/** A thread that reads files for a scan: takes batches, answers soon. */

/** Answers wait no longer than this for those after them, in milliseconds. */
const SOON = 50;

const { question, limits, begun, module }: WorkerOrders = workerData;
const askedIn = askedOf(question);
const reader = new FileReader(limits);
const extractor = module && Extractor.of(module);
const rows = new KeptRows(extractor, question.keepsRows === true);

parentPort?.on('message', (batch: Batch) => {
  let answers: Answer[] = [];
  let last = performance.now();
  for (const file of batch) {
    Atomics.add(begun, 0, 1);
    answers.push(scanFile(file, reader, limits, askedIn, { extractor, rows }));
    const now = performance.now();
    if (now - last < SOON) continue;
    send(answers);
    answers = [];
    last = now;
  }
  if (answers.length > 0) send(answers);
});

function send(answers: Answers): void {
  const told = rows.take();
  const message: ThreadMessage = { answers: answersText(answers), rows: told };
  parentPort?.postMessage(message, buffersOf(told));
}

/** What crosses to the other thread without being copied. */
function buffersOf({ chunks, extracted }: RowsTold): ArrayBuffer[] {
  const arrays: (Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>)[] = chunks.flatMap(({ numbers, particulars }) => [
    numbers,
    ...arraysOf(particulars),
  ]);
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
