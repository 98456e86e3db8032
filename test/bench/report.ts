import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../support/projectRoot';
import { type Section, tableOf } from './section';

/** A section as it was measured once. */
export interface Measured {
  readonly section: Section;
  /** `2026-03-11`, the commit, and what the machine was and did. */
  readonly circumstances: string;
}

/** Where it was measured, without a name of the machine or a place on it. */
export function circumstances(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot(), encoding: 'utf8' }).trim();
  const machine = `${availableParallelism()} processors (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = loadavg()[0]?.toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, commit ${commit}, Node ${process.versions.node}, ${process.platform} on ${machine}, load ${load} at the beginning`;
}

const FOLDER = path.join(projectRoot(), 'out', 'bench-results');

/** Keeps what was measured until the report is written. */
export function keep(name: string, measured: Measured): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, `${name}.json`), JSON.stringify(measured));
}

/**
 * Writes `docs/performance.md` of the last measurement of each section.
 *
 * @param names the sections in their order
 * @param more what stands behind them if it was measured
 * @throws Error when one of them was never measured
 */
export function writeReport(names: readonly string[], more: readonly string[]): void {
  const all = names.map((name): Measured => {
    const measured = kept(name);
    if (measured === undefined)
      throw new Error(`${name} was not measured here: run \`npm run bench -- ${name}\` first.`);
    return measured;
  });
  for (const name of more) {
    const measured = kept(name);
    if (measured !== undefined) all.push(measured);
  }
  const notes = readFileSync(path.join(projectRoot(), 'test', 'bench', 'notes.md'), 'utf8');
  const file = path.join(projectRoot(), 'docs', 'performance.md');
  writeFileSync(file, `${notes.trimEnd()}\n\n${all.map(textOf).join('\n\n')}\n`);
}

function kept(name: string): Measured | undefined {
  try {
    return JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

export function textOf({ section, circumstances: measured }: Measured): string {
  return `## ${section.title}\n\n${section.method}\n\n${tableOf(section)}\n\n*${measured}*`;
}
