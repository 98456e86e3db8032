import { parentPort, workerData } from 'node:worker_threads';
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
import { scanFile } from './scan/scanFile';

/** A thread that reads files for a scan: takes batches, answers soon. */

/** Answers wait no longer than this for those after them, in milliseconds. */
const SOON = 50;

const { question, limits, begun }: WorkerOrders = workerData;
const askedIn = askedOf(question);
const reader = new FileReader(limits);
const rows = question.keepsRows === true ? new KeptRows() : undefined;

parentPort?.on('message', (batch: Batch) => {
  let answers: Answer[] = [];
  let last = performance.now();
  for (const file of batch) {
    Atomics.add(begun, 0, 1);
    answers.push(scanFile(file, reader, limits, askedIn, rows));
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
  const message: ThreadMessage = { answers: answersText(answers), rows: told };
  parentPort?.postMessage(
    message,
    told?.chunks.map(({ numbers }) => numbers.buffer),
  );
}
