import type { Value } from './question';
import type { QuestionRow } from './questionRow';
import { timeNamed } from './timeNamed';

/**
 * The stretches of time that a question asks for: from inclusive, to exclusive, in milliseconds since 1970. `time` includes the whole of what
 * its ends name, `after` begins with the beginning of it, and `before` ends there.
 */
export function timeStretches(
  kind: 'time' | 'after' | 'before',
  values: readonly Value[],
): readonly (readonly [from: number, to: number])[] {
  const stretches: (readonly [from: number, to: number])[] = [];
  for (const value of values) {
    if (value.kind !== 'time') continue;
    const from = value.from === undefined ? Number.NEGATIVE_INFINITY : timeNamed(value.from)?.first;
    const to = value.to === undefined ? Number.POSITIVE_INFINITY : timeNamed(value.to)?.end;
    // A text that names no time is never parsed, and answers nothing.
    if (from === undefined || to === undefined) continue;
    if (kind === 'time') stretches.push([from, to]);
    else stretches.push(kind === 'after' ? [from, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, from]);
  }
  return stretches;
}

/** Whether a row happened in one of the stretches of time. A row of unknown time is in none. */
export function timeTest(
  kind: 'time' | 'after' | 'before',
  values: readonly Value[],
): (row: Pick<QuestionRow, 'time'>) => boolean {
  const stretches = timeStretches(kind, values);
  return ({ time }) => stretches.some(([from, to]) => time >= from && time < to);
}
