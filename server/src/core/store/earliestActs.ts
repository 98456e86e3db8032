import type { Act } from '../investigate/act';
import { byHappening } from '../investigate/evidence';
import type { Question } from '../query/question';
import { Picker } from './picker';
import { actAt, type SpeakingRows } from './speakingRows';
import { StoredRow } from './storedRow';

/** The earliest events that answer a question, as they happened. @param most so many of them */
export function earliestActs(rows: readonly SpeakingRows[], question: Question, most: number): readonly Act[] {
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
  // All of the last second stay until they are compared as wholes.
  found.sort((left, right) => late(left.time) - late(right.time) || 0);
  const last = late(found[most - 1]?.time ?? Number.NaN);
  const end = found.findIndex(({ time }) => late(time) > last);
  const acts = found.slice(0, end < 0 ? found.length : end);
  return acts
    .map(({ each, row }) => actAt(each, row))
    .sort(byHappening)
    .slice(0, most);
}

function late(time: number): number {
  return Number.isNaN(time) ? Number.MAX_VALUE : time;
}
