import { ForgetPlaceRequest, InspectRequest } from '../../server/src/wire/protocol';
import { filesWith } from './fakeFiles';
import { FollowQuestions } from './followQuestions';
import { PlainSchemas } from './naive/plainSchemas';
import { PlainStore } from './naive/plainStore';
import { ProtocolClient } from './protocolClient';
import { type RandomLog, RandomStore } from './randomStore';
import { SeededNumbers } from './seededNumbers';

const FOLDER = 'file:///evidence/AWSLogs';

/**
 * Random stores, and random questions of each: where names lead, what names the same, what a question picks. Every answer of the
 * server is held, as a whole, against a scan over all records. Logs are edited, closed and opened in between.
 */
export async function followSeed(seed: number, rounds: number, questions: number): Promise<number> {
  const numbers = new SeededNumbers(seed);
  const store = new RandomStore(numbers);
  const schemas = new PlainSchemas();
  const onDisk = Array.from({ length: numbers.between(0, 3) }, (_, at) => store.log(`${FOLDER}/d${at}.json`));
  let open = Array.from({ length: numbers.between(1, 3) }, (_, at) => store.log(`file:///elsewhere/o${at}.json`));
  // One of the files on disk may be open, and changed.
  const [onBoth] = onDisk;
  if (onBoth !== undefined && numbers.between(0, 2) === 0) open = [...open, store.log(onBoth.uri)];
  const texts = Object.fromEntries(onDisk.map(({ uri, text }) => [uri, text]));
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  if (onDisk.length > 0) await client.connection.sendRequest(InspectRequest, { uri: FOLDER, isFolder: true });
  for (const { uri, text } of open) await client.open(text, uri);
  let asked = 0;
  for (let round = 0; round < rounds; round++) {
    const opened = new Set(open.map(({ uri }) => uri));
    const hidden = onDisk.filter(({ uri }) => !opened.has(uri));
    const recordsOf = (logs: readonly RandomLog[]) => logs.flatMap(({ records }) => records);
    const plain = new PlainStore(schemas, recordsOf(hidden), recordsOf(open));
    const ask = new FollowQuestions(client, schemas, plain, open, hidden, numbers);
    for (let at = 0; at < questions; at++, asked++) {
      try {
        await ask.one();
      } catch (error) {
        throw new Error(`Seed ${seed}, round ${round}, question ${at}.`, { cause: error });
      }
    }
    open = await changed(client, open, store, numbers);
  }
  if (onDisk.length > 0) await client.connection.sendRequest(ForgetPlaceRequest, { uri: FOLDER });
  await client.stop();
  return asked;
}

/** One of the open logs says something else. */
async function changed(
  client: ProtocolClient,
  open: readonly RandomLog[],
  store: RandomStore,
  numbers: SeededNumbers,
): Promise<RandomLog[]> {
  const before = numbers.one(open);
  const after = store.log(before.uri);
  if (numbers.between(0, 1) === 0) {
    await client.edit(before.uri, { start: 0, end: before.text.length, text: after.text });
    return open.map((log) => (log === before ? after : log));
  }
  await client.close(before.uri);
  await client.open(after.text, after.uri);
  return [...open.filter((log) => log !== before), after];
}
