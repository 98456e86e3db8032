import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from './projectRoot';
import type { Traffic } from './traffic';

/** What a user of the editor has seen; columns are counted as the editor counts. */
export interface Seen {
  readonly problems: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  readonly hover: string;
  readonly offered: readonly string[];
  /** How many problems are left. */
  readonly left?: number;
  readonly text: string;
  /** Why the session ended early. */
  readonly failure?: string;
  /** What the editor complained of. */
  readonly error?: string;
  readonly warnings?: string;
}

/** Runs a session of `test/protocol/editors` over a log. @param args of the editor, given the folder of the sessions */
export async function editorSession(
  file: string,
  args: (sessions: string) => readonly string[],
  log: string,
): Promise<{ readonly seen: Seen; readonly traffic: readonly Traffic[]; readonly stderr: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-editor-'));
  try {
    const [logFile, result, recorded] = ['log.json', 'seen.json', 'traffic.jsonl'].map((name) =>
      path.join(folder, name),
    );
    await writeFile(String(logFile), log);
    const recorder = path.join(projectRoot(), 'out', 'test', 'protocol', 'editors', 'recorder.js');
    const running = promisify(execFile)(file, args(path.join(projectRoot(), 'test', 'protocol', 'editors')), {
      cwd: folder,
      timeout: 120_000,
      env: {
        ...process.env,
        // Nobody's settings, and nothing left behind.
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
        TRAIL_SERVER: JSON.stringify([process.execPath, recorder, recorded]),
        TRAIL_LOG: logFile,
        TRAIL_RESULT: result,
      },
    });
    // Whatever it asks, nobody answers.
    running.child.stdin?.end();
    const { stderr } = await running;
    const seen: Seen = JSON.parse(await readFile(String(result), 'utf8'));
    const lines = (await readFile(String(recorded), 'utf8')).trimEnd().split('\n');
    return { seen, traffic: lines.map((line): Traffic => JSON.parse(line)), stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
