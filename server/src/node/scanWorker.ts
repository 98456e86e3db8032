import { parentPort, workerData } from 'node:worker_threads';
import { Extractor } from '../extract/extractor';
import { askedOf } from '../places/asked';
import { KeptRows } from './scan/keptRows';
import {
  type Answer,
  type Answers,
  answersText,
  type Batch,
  type ThreadMessage,
  type WorkerOrders,
} from './scan/messages';
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
const rows = question.keepsRows === true ? new KeptRows(extractor) : undefined;

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
  const told = rows?.take();
  // Nobody wants these rows: only how many they were.
  if (rows === undefined) extractor?.take();
  const message: ThreadMessage = { answers: answersText(answers), rows: told };
  parentPort?.postMessage(message, told === undefined ? [] : buffersOf(told));
}

/** What crosses to the other thread without being copied. */
function buffersOf({ chunks, extracted }: RowsTold): ArrayBuffer[] {
  const buffers = chunks.map(({ numbers }) => numbers.buffer);
  if (extracted === undefined) return buffers;
  const { numbers, texts, calls, identities } = extracted;
  return [...buffers, ...[numbers, texts.bytes, texts.ends, calls, identities].map(({ buffer }) => buffer)];
}
