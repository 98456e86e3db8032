import type { EventRecord, Span, TextEdit } from '../../server/src/core/record';
import type { ReadLog } from './readLog';
import type { SeededNumbers } from './seededNumbers';

/** One change of a log. What is put in may hold whole events of its own, in offsets of `text`. */
export interface Blow extends TextEdit {
  readonly events?: readonly EventPutIn[];
}

interface EventPutIn extends Span {
  /** Its eventID; where none is said, the event is JSON as it stands. */
  readonly id?: string;
}

/** Changes that do not overlap, in the order of the text. */
export type Blows = readonly Blow[];

/** A log, and another one from which pieces are taken. */
export interface Material {
  readonly log: ReadLog;
  readonly other: ReadLog;
  readonly numbers: SeededNumbers;
}

const MARKS = [...'",:{}[]\\'];
const CHARACTERS = [...MARKS, ...MARKS, ..." \n\t\0/'“aZ09.-#*é", '\ud83d', '\ude00', '\u2028'];
const LONGEST = 400;

const COMMENTS = [
  '//',
  '/*',
  '*/',
  '#',
  '--',
  '<!--',
  '-->',
  '// why ',
  '/* why */',
  '# why\n',
  '<!-- x -->',
  ';',
  "'",
];
const SMALL_THINGS = [
  ...['{"a" b},', '{"a":1},', '{"a":', '{', '}', '[', ']', '},{', '}]}', ']}', '{}', '[],', '{"Records":[', 'null,'],
  ...['"x', '"x":', ',"x":1', '{"a":{},', '{"eventVersion":"1.08"},', '{"eventVersion":', '"eventName":"X",', '...'],
  ...['{"eventVersion":"1.08","eventName":"X"', '{"type":"IAMUser"},', '},"eventName":"X"},', '\\', '\\"', '{"a":"'],
];

/** Every family of damage, by its name in the table of a run. */
export const FAMILIES: Readonly<Record<string, (material: Material) => Blows>> = {
  'one character': (material) => [oneCharacter(material)],
  'two characters': (material) => apart([oneCharacter(material), oneCharacter(material)]),
  'two characters close together': (material) => {
    const first = oneCharacter(material);
    const start = Math.min(material.log.text.length, first.end + material.numbers.between(0, 12));
    return apart([first, { ...oneCharacter(material), start, end: start }]);
  },
  'a block lost': ({ log, numbers }) => [{ ...stretch(log, numbers), text: '' }],
  'a block twice': ({ log, numbers }) => {
    const { start, end } = stretch(log, numbers);
    return [{ start: end, end, text: log.text.slice(start, end) }];
  },
  'a piece of another record': ({ log, other, numbers }) => {
    const { start, end } = stretch(other, numbers);
    const at = place(log, numbers);
    return [{ start: at, end: at, text: other.text.slice(start, end) }];
  },
  'a block overwritten': ({ log, other, numbers }) => {
    const { start, end } = stretch(other, numbers);
    return [{ ...stretch(log, numbers), text: other.text.slice(start, end) }];
  },
  'another log behind a cut': ({ log, other, numbers }) => [joint(log, other, numbers, 0)],
  'the rest of another log behind a cut': ({ log, other, numbers }) => [
    joint(log, other, numbers, place(other, numbers)),
  ],
  'a comment sign': ({ log, numbers }) => [sign(log, numbers, COMMENTS)],
  'two comment signs': ({ log, numbers }) => apart([sign(log, numbers, COMMENTS), sign(log, numbers, COMMENTS)]),
  'a comment around': ({ log, numbers }) => {
    const [open, close] = numbers.one([['/*', '*/'] as const, ['<!--', '-->'] as const, ['"', '"'] as const]);
    return apart([sign(log, numbers, [open]), sign(log, numbers, [close])]);
  },
  'a small thing': ({ log, numbers }) => [sign(log, numbers, SMALL_THINGS)],
  'two small things': ({ log, numbers }) => apart([sign(log, numbers, SMALL_THINGS), sign(log, numbers, SMALL_THINGS)]),
  'a whole record inside': ({ log, other, numbers }) => {
    const record = numbers.one(other.records);
    const text = other.text.slice(record.start, record.end);
    const at = place(log, numbers);
    return [{ start: at, end: at, text, events: [{ start: 0, end: text.length, id: idOf(record) }] }];
  },
};

export function struck(text: string, blows: Blows): string {
  let result = '';
  let from = 0;
  for (const blow of blows) {
    result += text.slice(from, blow.start) + blow.text;
    from = blow.end;
  }
  return result + text.slice(from);
}

/** A whole event that no blow has touched, where it stands in the struck log. */
export interface Untouched extends Span {
  readonly id: string;
}

/** Where every untouched event stands, and every event that was touched. */
export function aftermath({ records, text }: ReadLog, blows: Blows): { untouched: Untouched[]; touched: Span[] } {
  const untouched: Untouched[] = [];
  const touched: Span[] = [];
  for (const record of records) {
    const { start, end } = record;
    let by = 0;
    let isTouched = false;
    let from = start;
    let to = end;
    for (const blow of blows) {
      const isInsertion = blow.start === blow.end;
      if (isInsertion ? blow.start > start && blow.start < end : blow.start < end && blow.end > start) isTouched = true;
      const change = blow.text.length - (blow.end - blow.start);
      if (blow.start <= start) from = Math.max(start + by, blow.start + by) + change;
      if (blow.start < end) to = Math.max(end + by + change, blow.start + by + blow.text.length);
      by += change;
    }
    if (isTouched) touched.push({ start: Math.min(from, start), end: Math.max(to, from) });
    else untouched.push({ start: from, end: from + end - start, id: idOf(record) });
  }
  let by = 0;
  for (const blow of blows) {
    for (const { start, end, id } of blow.events ?? []) {
      const at = blow.start + by;
      const read = (): unknown => JSON.parse(blow.text.slice(start, end));
      untouched.push({ start: at + start, end: at + end, id: id ?? idOf({ event: Object(read()) }) });
    }
    by += blow.text.length - (blow.end - blow.start);
  }
  untouched.sort((a, b) => a.start - b.start);
  return { untouched: text === '' ? [] : untouched, touched };
}

export function idOf({ event }: Pick<EventRecord, 'event'>): string {
  return typeof event?.eventID === 'string' ? event.eventID : '';
}

function oneCharacter({ log, numbers }: Material): Blow {
  const start = place(log, numbers);
  const kind = numbers.between(0, 2);
  return {
    start,
    end: Math.min(log.text.length, start + (kind === 1 ? 0 : 1)),
    text: kind === 0 ? '' : numbers.one(CHARACTERS),
  };
}

function sign(log: ReadLog, numbers: SeededNumbers, signs: readonly string[]): Blow {
  const at = place(log, numbers);
  return { start: at, end: at, text: numbers.one(signs) };
}

/** A log is cut, and another one goes on there, from an offset of its own. */
function joint({ text }: ReadLog, other: ReadLog, numbers: SeededNumbers, from: number): Blow {
  const cut = numbers.share() < 0.15 ? numbers.between(0, Math.min(14, text.length)) : numbers.between(0, text.length);
  const separator = numbers.one(['', '', '\n', ' ', ',']);
  const events = other.records
    .filter(({ start }) => start >= from)
    .map((record) => ({
      start: record.start - from + separator.length,
      end: record.end - from + separator.length,
      id: idOf(record),
    }));
  return { start: cut, end: text.length, text: separator + other.text.slice(from), events };
}

/** Close to where a record begins or ends every third time: there, damage to one is most easily taken for that of another. */
function place({ text, records }: ReadLog, numbers: SeededNumbers): number {
  if (numbers.share() < 0.67) return numbers.between(0, text.length);
  const { start, end } = numbers.one(records);
  const at = numbers.one([start, end]) + numbers.between(-3, 3);
  return Math.max(0, Math.min(text.length, at));
}

function stretch(log: ReadLog, numbers: SeededNumbers): Span {
  const start = Math.min(place(log, numbers), log.text.length - 1);
  const length = numbers.share() < 0.3 ? numbers.between(1, 8) : numbers.between(1, LONGEST);
  return { start, end: Math.min(log.text.length, start + length) };
}

/** In order, and without the second of two that overlap. */
function apart(blows: Blows): Blows {
  const [first, second] = [...blows].sort((a, b) => a.start - b.start);
  if (first === undefined || second === undefined) return blows;
  return second.start < first.end || (second.start === first.start && second.end > second.start)
    ? [first]
    : [first, second];
}
