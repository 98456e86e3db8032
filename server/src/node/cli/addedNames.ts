import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AddedNames, addedNamesOf, type NameList, readNames } from '../../core';
import type { LogFiles } from '../../host/logFiles';
import type { CommandContext } from './commandContext';

/**
 * The names in some files, which `--names` names. What is left out of one, or why it is none, is said.
 *
 * @param named paths as they were typed, which are what the lists are called
 */
export async function addedNames(
  named: readonly string[],
  files: LogFiles,
  around: CommandContext,
): Promise<{ readonly names: AddedNames; readonly isIncomplete: boolean }> {
  const lists: NameList[] = [];
  for (const label of named) {
    const read = await files.read(pathToFileURL(path.resolve(label)).href, undefined, 'text');
    if ('failure' in read) {
      await around.complain(label, read.failure);
      continue;
    }
    const { ids, notes, refused } = readNames(read.text);
    for (const words of refused === undefined ? notes : [refused]) await around.complain(label, words);
    if (refused === undefined) lists.push({ label, ids });
  }
  return { names: addedNamesOf(lists), isIncomplete: lists.length < named.length };
}
