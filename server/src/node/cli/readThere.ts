import path from 'node:path';
import type { Question } from '../../core';
import type { LogsPlace, ReadThere } from '../../core/handover/engineTexts';
import type { FileStretch } from '../../host/logFiles';
import { pathOfUri } from '../filePath';
import { takenFile } from '../files/takenFile';
import { AnsweringRows, type LogOrder } from './answeringRows';
import type { CommandContext } from './commandContext';

/** A file that was met on the way, with its rows where it is a log. */
export interface MetFile {
  readonly uri: string;
  readonly name: string;
  readonly isWhole: boolean;
  readonly log:
    | { readonly order: LogOrder; readonly name: string; readonly stretches: readonly FileStretch[] }
    | undefined;
}

/** Places without what an engine would stop at, and what it finds in the rest. Every file that it would read is read once more, by the letter. */
export async function readThere(
  met: readonly MetFile[],
  places: readonly LogsPlace[],
  question: Question,
  { progress, stop }: CommandContext,
): Promise<{ readonly places: readonly LogsPlace[]; readonly there: ReadThere }> {
  const rows = new AnsweringRows(question);
  const left = places.map((place) => ({ place, except: [] as string[], isRead: false }));
  const refused: string[] = [];
  let looked = 0;
  for (const { uri, name, isWhole, log } of met) {
    if (stop.isCancellationRequested) break;
    progress.tell(() => `${looked} of ${met.length} files looked at`);
    looked++;
    const file = pathOfUri(uri);
    const holding = left.find(({ place }) => typeof file === 'string' && isBelow(file, place));
    if (typeof file !== 'string' || holding === undefined) continue;
    const taken = isWhole ? await takenFile(file) : 'refused';
    if (taken === 'refused') {
      refused.push(name);
      const { place, except } = holding;
      except.push(`${place.path}${path.relative(place.path, file).split(path.sep).join('/')}`);
      continue;
    }
    holding.isRead = true;
    if (taken === 'whole' && log !== undefined) rows.add(log.order, log.name, log.stretches);
  }
  progress.clear();
  return {
    places: left.flatMap(({ place, except, isRead }) =>
      !isRead ? [] : [except.length === 0 ? place : { ...place, except }],
    ),
    there: { answers: eventsIn(rows), refused },
  };
}

function isBelow(file: string, { path: place, ending }: LogsPlace): boolean {
  const below = path.relative(place, file);
  if (ending === undefined) return below === '';
  return file.endsWith(ending) && below.split(path.sep)[0] !== '..' && !path.isAbsolute(below);
}

/** Of CloudTrail alone: what WorkMail's own logs tell lies in none of its tables. */
export function eventsIn(rows: AnsweringRows): number {
  let count = 0;
  for (const { chunk, rows: picked } of rows.answering())
    for (const row of picked) if (chunk.own.log(row) === undefined) count++;
  return count;
}
