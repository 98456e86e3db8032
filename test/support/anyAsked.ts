import { type EventRow, fieldNames, fields } from '../../server/src/core';
import type { SeededNumbers } from './seededNumbers';

/** Texts of no row, and such as mean something in SQL, in patterns or in questions. */
const ODD = [
  "' OR 1=1 --",
  '%',
  '_',
  'a!',
  '\\',
  '"',
  '\u202e',
  'x\ny',
  'é',
  'none',
  '',
  '{account}',
  '{of}',
  'chr(10)',
];
const RANGES = [
  '203.0.113.0/24',
  '203.0.0.0/14',
  '10.0.0.0/8',
  '2001:db8::/32',
  '0.0.0.0/0',
  '203.0.113.64/26',
  '2001:db8::1',
];
const TIMES = ['2026-03', '2026-03-01', '2026-03-02T07', '2026-03-01T06:30', '..2026-03-01', '2026-03-02..', '2026'];
const WEIGHTS = ['high', '>=medium', '<low', 'critical', 'none', 'any', '=info'];

/**
 * The text of a question in all of the language, about values that some rows have or nearly have.
 *
 * @param depth brackets in one another, at most
 */
export function anyAsked(numbers: SeededNumbers, rows: readonly EventRow[], depth: number): string {
  const kind = depth === 0 ? 9 : numbers.between(0, 9);
  if (kind <= 1) return `(${anyAsked(numbers, rows, depth - 1)} OR ${anyAsked(numbers, rows, depth - 1)})`;
  if (kind <= 3) return `(${anyAsked(numbers, rows, depth - 1)} ${anyAsked(numbers, rows, depth - 1)})`;
  if (kind === 4) return `-(${anyAsked(numbers, rows, depth - 1)})`;
  // What a call acted upon takes longest to ask.
  const name = numbers.one(numbers.between(0, 2) === 0 ? fieldNames : fieldNames.filter((each) => each !== 'target'));
  const field = fields[name];
  const values = Array.from({ length: numbers.between(1, 2) }, () => {
    switch (field.kind) {
      case 'words':
        return numbers.one(field.words).word;
      case 'weight':
        return numbers.one(WEIGHTS);
      case 'time':
        return numbers.one(TIMES);
      case 'after':
      case 'before':
        return numbers.one(TIMES.filter((time) => !time.includes('..')));
      default:
        if (numbers.between(0, 7) === 0) return numbers.one(['any', 'none']);
        if (field.kind === 'address' && numbers.between(0, 2) === 0) return numbers.one([...RANGES, 'private', 'aws']);
        return valueLike(numbers, textIn(numbers, rows, name));
    }
  });
  const texts = values.filter((each) => each !== '""' && each !== '');
  const [bare = 'x'] = texts;
  // Words without a field are looked for in several.
  if (numbers.between(0, 29) === 0 && 'textsOf' in field) return bare;
  if (field.kind === 'record') return `text:${bare}`;
  return `${name}:${values.join(',')}`;
}

function textIn(numbers: SeededNumbers, rows: readonly EventRow[], name: (typeof fieldNames)[number]): string {
  const field = fields[name];
  if (numbers.between(0, 9) === 0) return numbers.one(ODD);
  const read = 'textsOf' in field ? field.textsOf(Object.assign(numbers.one(rows), { raw: () => '' })) : '';
  return typeof read === 'string' ? read : (read[0] ?? '');
}

/** A text, a part of it, or one that is nearly it, as it is written in a question. */
function valueLike(numbers: SeededNumbers, text: string): string {
  const quoted = (part: string): string => (part === '' ? '' : `"${part.replace(/["\\]/g, '\\$&')}"`);
  const [from, to] = [numbers.between(0, text.length), numbers.between(0, text.length)];
  switch (numbers.between(0, 5)) {
    case 0:
      return `${quoted(text.slice(0, from))}*`;
    case 1:
      return `*${quoted(text.slice(from))}`;
    case 2:
      return `*${quoted(text.slice(Math.min(from, to), Math.max(from, to)))}*`;
    case 3:
      return text.length > 1 ? `${quoted(text.slice(0, 1))}?${quoted(text.slice(2))}` : '""';
    case 4:
      return text === '' ? '""' : quoted(text.toUpperCase());
    default:
      return text === '' ? '""' : quoted(text);
  }
}
