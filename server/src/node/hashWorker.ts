import { parentPort, workerData } from 'node:worker_threads';
import { inflaterBeside } from './inflaterFile';
import { FileHasher } from './verify/hashFile';
import { type HashBatch, type HashOrders, hashedText } from './verify/messages';

/** A thread that hashes files: takes batches, and answers each as a whole. */

const { limits, part }: HashOrders = workerData;
const hasher = new FileHasher(limits, inflaterBeside(__dirname), part);

parentPort?.on('message', (batch: HashBatch) => {
  parentPort?.postMessage(hashedText(batch.map((path) => hasher.hash(path))));
});
