import type { FieldName } from './fields';
import { inQuotes, type ValueOrWrong } from './questionProblem';
import { plainTime, timeNamed } from './timeNamed';

const FORMS =
  'Write a year, month, day, hour, minute or second in UTC, such as 2026-03, 2026-03-01 or 2026-03-01T08:15';

/** A moment, or where ranges are taken what lies from one moment to another. */
export function readTime(field: FieldName, text: string, takesRanges: boolean): ValueOrWrong {
  const [from = '', to = from, ...others] = text.split('..', 3);
  if (!takesRanges && text.includes('..')) {
    return { wrong: `${field} takes one moment; write time:${text} for a range.` };
  }
  if ((from === '' && to === '') || others.length > 0) {
    return { wrong: `${inQuotes(text)} is no range of time. ${FORMS}, or two of them with .. between.` };
  }
  for (const side of [from, to]) {
    if (side !== '' && timeNamed(side) === undefined) {
      return {
        wrong: `${inQuotes(side)} is no time. ${FORMS}${takesRanges ? ', or two of them with .. between' : ''}.`,
      };
    }
  }
  const [first, last] = [timeNamed(from), timeNamed(to)];
  if (first !== undefined && last !== undefined && last.end <= first.first) {
    return { wrong: 'This range ends before it begins: the earlier time stands on the left.', meant: `${to}..${from}` };
  }
  return { value: { kind: 'time', from: stampOf(from), to: stampOf(to) } };
}

function stampOf(text: string): string | undefined {
  return text === '' ? undefined : plainTime(text);
}
