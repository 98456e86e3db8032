import type { Act } from '../investigate/act';
import { asHappened } from '../investigate/asHappened';
import type { Question } from '../query/question';
import { Picker } from './picker';
import { actAt, type SpeakingRows } from './speakingRows';
import { StoredRow } from './storedRow';

/**
 * The earliest events that answer a question, as they happened.
 *
 * @param most so many of them
 * @param isAsked what else must be so of them; asked of no more than are needed
 */
export function earliestActs(
  rows: readonly SpeakingRows[],
  question: Question,
  most: number,
  isAsked: (act: Act) => boolean = () => true,
): readonly Act[] {
  let asked: SpeakingRows | undefined;
  const picker = new Picker(question, (chunk, row) => {
    const place = asked?.placeOf(row) ?? { index: 0, file: '', base: 0 };
    return Object.assign(new StoredRow(chunk, row, place), { raw: () => '' });
  });
  const found: { readonly each: SpeakingRows; readonly row: number; readonly time: number }[] = [];
  for (const each of rows) {
    asked = each;
    for (const row of picker.answering(each.chunk, each.rows)) found.push({ each, row, time: each.chunk.time(row) });
  }
  found.sort((left, right) => late(left.time) - late(right.time));
  const acts: Act[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { each, row, time } of found) {
    // All of the last second are taken until they are compared as wholes.
    if (acts.length >= most && late(time) > last) break;
    last = late(time);
    const act = actAt(each, row);
    if (isAsked(act)) acts.push(act);
  }
  return asHappened(acts).slice(0, most);
}

function late(time: number): number {
  return Number.isNaN(time) ? Number.MAX_VALUE : time;
}
