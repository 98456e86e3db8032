import { openLogFrom } from '../follow/material';
import { type QuestionKind, questions } from '../follow/questions';
import { inspect, watchedServer } from '../follow/server';

/** What a server took for questions of one kind, after it has read a folder. */
export interface Followed {
  readonly inspectMs: number;
  readonly firstMs: number;
  readonly firstCpuMs: number;
  readonly otherMs: readonly number[];
  readonly otherCpuMs: readonly number[];
  /** How much each question found, the first one included. */
  readonly found: readonly number[];
  /** Processor time of all of it, what was prepared meanwhile included. */
  readonly workedMs: number;
  /** Held after the questions, less what was held before them, in bytes. */
  readonly heldBytes: number;
}

// `followProduct FOLDER KIND QUESTIONS at-once|at-rest [FLAGS]`: asks the real server about a folder and a log that is open beside it.
async function main([folder = '', kind = '', most = '0', when = '', ...flags]: readonly string[]): Promise<void> {
  const log = openLogFrom(folder);
  const asked = questions[kind as QuestionKind](log).slice(0, Number(most));
  const server = await watchedServer(flags);
  const uri = await server.client.open(log.text, 'file:///cut-out.json');
  await server.client.diagnostics(uri);
  const inspectMs = await inspect(server, folder);
  if (when === 'at-rest') await server.rest();
  const before = await server.heldBytes();
  const workedBefore = server.cpuMs();
  const took: { ms: number; cpuMs: number }[] = [];
  const found: number[] = [];
  for (const ask of asked) {
    const [begin, worked] = [performance.now(), server.cpuMs()];
    found.push(await ask(server.client, uri));
    took.push({ ms: performance.now() - begin, cpuMs: server.cpuMs() - worked });
  }
  const [first, ...others] = took;
  const workedMs = server.cpuMs() - workedBefore;
  await server.rest();
  const followed: Followed = {
    inspectMs,
    firstMs: first?.ms ?? Number.NaN,
    firstCpuMs: first?.cpuMs ?? Number.NaN,
    otherMs: others.map(({ ms }) => ms),
    otherCpuMs: others.map(({ cpuMs }) => cpuMs),
    found,
    workedMs,
    heldBytes: (await server.heldBytes()) - before,
  };
  server.kill();
  console.log(JSON.stringify(followed));
}

main(process.argv.slice(2)).then(() => process.exit());
