/** What `workmail-trail export` writes, and what reading it again tells. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ran, withFiles } from '../cli/terminal';

export interface Exported {
  readonly bytes: Buffer;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param logs by the names of their files */
export function exported(
  format: string,
  logs: Readonly<Record<string, string | Uint8Array>>,
  ...options: readonly string[]
): Promise<Exported> {
  return withFiles(logs, async (pathOf) => {
    const files = Object.keys(logs).map(pathOf);
    // A folder of its own: what is written must not lie among the logs.
    return withFiles({}, async (outside) => {
      const out = outside('exported');
      const told = await ran(['export', '--format', format, '--output', out, ...options, ...files]);
      return { ...told, bytes: await readFile(out) };
    });
  });
}

/** The events of a log or an exported table, as `events --json` tells them, without where they stand. */
export async function eventsIn(log: string | Uint8Array): Promise<readonly unknown[]> {
  const { stdout, code } = await ran(['events', '--json', '-'], { stdin: log });
  assert.equal(code, 0);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => ({ ...JSON.parse(line), index: 0, offset: 0, length: 0 }));
}
