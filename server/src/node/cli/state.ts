import {
  calledAt,
  changesText,
  type Difference,
  differenceData,
  differenceText,
  type Entry,
  isAbout,
  replay,
  type State,
  stateData,
  stateText,
} from '../../core';
import type { LogFiles } from '../../host/logFiles';
import type { ReadMet } from '../scan/readMet';
import { addedNames } from './addedNames';
import type { CommandContext } from './commandContext';
import { evidenceIn } from './evidenceIn';
import { jsonText } from './json';
import type { StateAsked } from './stateArguments';

/**
 * Tells how things were at a moment, or what is different between two.
 *
 * @param readMet reads what is more than a little
 * @returns whether something that should have been read could not be, or was not
 */
export async function state(
  asked: StateAsked,
  around: CommandContext,
  readMet: ReadMet,
  logFiles: LogFiles,
): Promise<boolean> {
  const { files, limits, json, diff, entity } = asked;
  const added = await addedNames(asked.names ?? [], logFiles, around);
  const { evidence, isIncomplete } = await evidenceIn({ files, limits }, around, readMet, added.names);
  const history = replay(evidence);
  const { end } = history;
  const moment = asked.at ?? end;
  const at = moment ?? 0;
  const wanted = entity === undefined ? undefined : history.idsOf(entity);
  const isWanted = (entry: Entry): boolean => wanted === undefined || isAbout(entry, wanted);
  const called = calledAt(history, Math.max(at, diff ?? at), evidence.entities);
  const pieces: string[] = [];
  if (diff === undefined) {
    const found = only(history.at(at), isWanted);
    pieces.push(json ? `${jsonText(stateData(moment, found))}\n` : stateText(moment, found, called));
  } else {
    const [from, to] = [Math.min(at, diff), Math.max(at, diff)];
    const found = onlyDifferent(history.difference(from, to), isWanted);
    pieces.push(json ? `${jsonText(differenceData(from, to, found))}\n` : differenceText(from, to, found, called));
  }
  if (!json && wanted !== undefined) pieces.push(changesText(history.changesOf(wanted), called));
  for (const piece of pieces) await around.output.write(piece);
  return isIncomplete || added.isIncomplete;
}

function only({ entries, notKnown }: State, isWanted: (entry: Entry) => boolean): State {
  return { entries: entries.filter(isWanted), notKnown };
}

function onlyDifferent(
  { added, removed, changed, notKnown }: Difference,
  isWanted: (entry: Entry) => boolean,
): Difference {
  return {
    added: added.filter(isWanted),
    removed: removed.filter(isWanted),
    changed: changed.filter(({ before, after }) => isWanted(before) || isWanted(after)),
    notKnown,
  };
}
