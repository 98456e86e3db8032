import { byText, type InputFile } from '../../core';
import type { Limits } from '../../host/limits';
import { type InputSeen, inputFile } from '../../places/inputSeen';
import { hashFiles } from '../verify/hashFiles';
import type { CommandContext } from './commandContext';
import { STDIN_URI } from './places';

/** From so many bytes on a thread of its own is worth its start. */
const MUCH = 4_000_000;

/**
 * Every file that a report is made from, with its hash. Of many bytes they are hashed while the caller goes on.
 *
 * @param nameOf how a file is called
 * @param workerFile the bundle that threads of the hashing run
 */
export async function reportInputs(
  seen: readonly InputSeen[],
  nameOf: (uri: string) => string,
  limits: Limits,
  { progress, stop }: CommandContext,
  workerFile: string,
): Promise<readonly InputFile[]> {
  const tell = (done: number, of: number): void => progress.tell(() => `${done} of ${of} files hashed`);
  const uris = seen.map(({ uri }) => uri);
  const size = seen.reduce((sum, { stamp }) => sum + (stamp?.size ?? 0), 0);
  const hashes = await hashFiles(uris, limits, workerFile, tell, stop, size >= MUCH);
  progress.clear();
  return seen
    .map((each, at) => inputFile(each, nameOf(each.uri), each.uri === STDIN_URI ? undefined : hashes[at]))
    .sort((left, right) => byText(left.file, right.file));
}
