import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Case, LONGEST_CASE, readSavedCase, sameCase } from '../../core';
import { uriBehind } from '../../wire/relativeHref';
import { pathOfUri, uriOfPath } from '../filePath';
import { reasonOf } from '../files/reasons';
import type { CommandContext } from './commandContext';
import type { AnsweredLogs } from './rowsOfFiles';

/** What a command takes of a case file. */
export interface CaseNamed {
  /** Lists of names, as paths. */
  readonly names: readonly string[];
  readonly written: Case;
}

/** Of no case file. */
const NONE: CaseNamed = { names: [], written: { sketch: [], entries: [] } };

/**
 * Reads the case file that `--case` names.
 *
 * @returns undefined where it is none; the user has been told why
 */
export async function caseNamed(file: string | undefined, around: CommandContext): Promise<CaseNamed | undefined> {
  if (file === undefined) return NONE;
  try {
    const { size } = await stat(file);
    const read = size > LONGEST_CASE ? 'It is too large: no case is.' : readSavedCase(await readFile(file, 'utf8'));
    if (typeof read !== 'string') {
      const from = uriOfPath(path.resolve(file));
      const names = read.names.flatMap((name) => {
        const place = pathOfUri(uriBehind(from, name) ?? '');
        return typeof place === 'string' ? [path.relative('', place)] : [];
      });
      return { names, written: { sketch: read.sketch, entries: read.entries } };
    }
    await around.complain(file, read);
  } catch (error) {
    await around.complain(file, reasonOf(error));
  }
  return undefined;
}

/** What was written on the logs that were read; what was written on others is told and left out. */
export async function writtenOn(
  answered: AnsweredLogs | undefined,
  { written }: CaseNamed,
  file: string | undefined,
  around: CommandContext,
): Promise<Case | undefined> {
  if (answered === undefined || written.entries.length === 0) return undefined;
  if (sameCase(answered.sketch(), [written]) !== undefined) return written;
  await around.complain(file ?? '', 'what is written in it is about other logs, and is left out.');
  return undefined;
}
