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
 * Writes `docs/performance.md` anew: each of these takes the place of the section with the same title, as it was measured here last,
 * and other sections stay as they are.
 */
export function writeReport(names: readonly string[]): void {
  const notes = readFileSync(path.join(projectRoot(), 'test', 'bench', 'notes.md'), 'utf8').trimEnd();
  const file = path.join(projectRoot(), 'docs', 'performance.md');
  const sections = new Map(sectionsOf(readFileSync(file, 'utf8')).map((text) => [titleOf(text), text]));
  for (const text of sectionsOf(notes)) sections.delete(titleOf(text));
  for (const name of names) {
    const measured = kept(name);
    if (measured !== undefined) sections.set(measured.section.title, textOf(measured));
  }
  writeFileSync(file, `${[notes, ...sections.values()].join('\n\n')}\n`);
}

/** The parts of a page that begin with a heading of the second level. */
function sectionsOf(page: string): readonly string[] {
  return page
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith('## '))
    .map((part) => part.trimEnd());
}

function titleOf(section: string): string {
  return section.slice('## '.length).split('\n', 1).join();
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
