import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Edit } from './followedLog';
import { projectRoot } from './projectRoot';

/** A log and the edits after which it was once not known as it was. */
export interface KeptEdits {
  readonly log: string;
  readonly edits: readonly Edit[];
}

const folder = (): string => path.join(projectRoot(), 'test', 'fixtures', 'edits');

/** Every case that was kept, by the name of its file. */
export function keptEdits(): ReadonlyMap<string, KeptEdits> {
  const files = existsSync(folder()) ? readdirSync(folder()).filter((file) => file.endsWith('.json')) : [];
  return new Map(files.sort().map((file) => [file, JSON.parse(readFileSync(path.join(folder(), file), 'utf8'))]));
}

/** @returns the file, relative to the project */
export function keepEdits(form: string, kept: KeptEdits): string {
  mkdirSync(folder(), { recursive: true });
  const file = path.join(folder(), `${form.replaceAll(/\W+/g, '-')}-${kept.edits.length}-edits.json`);
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  return path.relative(projectRoot(), file);
}
