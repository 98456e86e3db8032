import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { InspectRequest } from '../../../server/src/wire/protocol';
import { projectRoot } from '../../support/projectRoot';
import { likeVSCode, ProtocolClient } from '../../support/protocolClient';

/** The server as packaged, in a process of its own, that tells how much it works and holds. */
export interface WatchedServer {
  readonly client: ProtocolClient;
  /** Milliseconds of processor time so far, of all threads; not a number where the system does not tell. */
  cpuMs(): number;
  /** Bytes of the JavaScript heap, buffers included, after what nobody holds was let go of. */
  heldBytes(): Promise<number>;
  /** Until it has nothing to do any more. */
  rest(): Promise<void>;
  kill(): void;
}

/** Loaded into the server before its own code: answers a message with what it holds. */
const TELLING = path.join(__dirname, 'heldTold.js');
/** Between two looks at a server that may be at rest, how many in a row have to find it so, and how little work in between is none. */
const LOOK_MS = 200;
const LOOKS = 5;
const NOTHING_MS = 4;

/** @param nodeFlags of Node itself */
export async function watchedServer(nodeFlags: readonly string[] = []): Promise<WatchedServer> {
  const bundle = path.join(projectRoot(), 'dist', 'server.js');
  const flags = ['--expose-gc', '--require', TELLING, ...nodeFlags];
  const server = spawn(process.execPath, [...flags, bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  const { stdin, stdout } = server;
  if (stdin === null || stdout === null) throw new Error('The server has no streams.');
  const client = await ProtocolClient.ofStreams(stdout, stdin, {
    capabilities: {
      ...likeVSCode,
      workspace: { ...likeVSCode.workspace, symbol: { resolveSupport: { properties: ['location.range'] } } },
    },
  });
  const cpuMs = (): number => processorMs(server.pid ?? 0);
  return {
    client,
    cpuMs,
    heldBytes: () =>
      new Promise((resolve) => {
        server.once('message', (bytes) => resolve(Number(bytes)));
        server.send('held');
      }),
    rest: async () => {
      for (let idle = 0, before = cpuMs(); idle < LOOKS; ) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        const now = cpuMs();
        idle = now - before > NOTHING_MS ? 0 : idle + 1;
        before = now;
      }
    },
    kill: () => void server.kill(),
  };
}

/** Lets the server read a folder to its end. @returns how long it took, in milliseconds */
export async function inspect({ client }: WatchedServer, folder: string): Promise<number> {
  const begin = performance.now();
  const uri = pathToFileURL(folder).toString();
  const place = await client.connection.sendRequest(InspectRequest, { uri, isFolder: true });
  if (place?.state !== 'complete') throw new Error(`${folder} was not read: ${JSON.stringify(place)}`);
  return performance.now() - begin;
}

/** What the scheduler of Linux counts, in nanoseconds, for each thread that still runs. */
function processorMs(pid: number): number {
  const threads = `/proc/${pid}/task`;
  try {
    return readdirSync(threads).reduce((sum, thread) => sum + threadMs(path.join(threads, thread)), 0);
  } catch {
    return Number.NaN;
  }
}

/** A thread may have ended since it was listed. */
function threadMs(thread: string): number {
  try {
    return Number(readFileSync(path.join(thread, 'schedstat'), 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    return 0;
  }
}
