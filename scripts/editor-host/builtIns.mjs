// VS Code with only those of its own extensions that somebody meets who reads logs. The others, of which some start with
// every window, take a fourth of the time in which a window opens.
import { mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';

/** Languages of logs, reports and tables, what they are shown with, and what stands beside them in a window. */
const met = new Set([
  'configuration-editing',
  'git',
  'git-base',
  'json',
  'json-language-features',
  'log',
  'markdown-basics',
  'markdown-language-features',
  'markdown-math',
  'media-preview',
  'references-view',
  'search-result',
  'theme-defaults',
  'theme-modern-icons',
  'theme-seti',
  'yaml',
]);

/**
 * @param {import('./hosts.mjs').EditorHost} host
 * @param {string} parent an absolute path
 * @returns {Promise<string>} a new folder below it, with those extensions of the host; absolute
 */
export async function fewBuiltIns(host, parent) {
  const folder = path.join(parent, 'built-in');
  await mkdir(folder);
  // On Windows only a junction needs no rights; elsewhere the word means nothing.
  // Older ones have fewer.
  for (const name of await readdir(path.join(host.folder, 'extensions')))
    if (met.has(name)) await symlink(path.join(host.folder, 'extensions', name), path.join(folder, name), 'junction');
  return folder;
}
