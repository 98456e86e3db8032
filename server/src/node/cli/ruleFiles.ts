import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { byText } from '../../core';
import type { RuleFile } from '../../core/sigma/sigmaEngine';
import { notAFile, reasonOf } from '../files/reasons';

/** A file of rules that can't be read, and why, as a clause behind its name. */
export interface UnreadRules {
  readonly label: string;
  readonly reason: string;
}

/** Folders in each other. */
const DEEPEST = 32;
/** Bytes: what is larger is no file of rules. */
const LARGEST = 4_000_000;

/**
 * The files of rules that some words name: themselves, or all in a folder that end in `.yml` or `.yaml`, in the order of their names.
 * What begins with a dot is left out there, and links are not followed.
 */
export async function ruleFiles(named: readonly string[]): Promise<{
  readonly files: readonly RuleFile[];
  readonly unread: readonly UnreadRules[];
}> {
  const files: RuleFile[] = [];
  const unread: UnreadRules[] = [];
  const take = async (file: string, name: string): Promise<void> => {
    try {
      const stats = await stat(file);
      const reason = notAFile(stats) ?? (stats.size > LARGEST ? 'it is too large for a file of rules.' : undefined);
      if (reason !== undefined) unread.push({ label: name, reason });
      else files.push({ name, text: withoutMark(await readFile(file, 'utf8')) });
    } catch (error) {
      unread.push({ label: name, reason: reasonOf(error) });
    }
  };
  for (const label of named) {
    try {
      if (!(await stat(label)).isDirectory()) await take(label, path.basename(label));
      else for (const { file, name } of await rulesBelow(label)) await take(file, name);
    } catch (error) {
      unread.push({ label, reason: reasonOf(error) });
    }
  }
  return { files, unread };
}

/** Windows writes a mark of the order of bytes before UTF-8. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

async function rulesBelow(folder: string): Promise<readonly { readonly file: string; readonly name: string }[]> {
  const found: { readonly file: string; readonly name: string }[] = [];
  const waiting = [{ folder, name: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of await readdir(next.folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = path.join(next.folder, entry.name);
      const name = `${next.name}${entry.name}`;
      if (entry.isFile() && /\.ya?ml$/i.test(entry.name)) found.push({ file, name });
      if (entry.isDirectory() && next.depth < DEEPEST)
        waiting.push({ folder: file, name: `${name}/`, depth: next.depth + 1 });
    }
  }
  return found.sort((left, right) => byText(left.name, right.name));
}
