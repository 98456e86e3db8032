import type { JsonObject, JsonValue } from '../../server/src/core/record';
import { someEvents } from './generatedRecords';
import { SeededNumbers } from './seededNumbers';

/**
 * Texts that are JSON throughout and hold events among whatever other programs write: values that are no objects, empty ones, lists
 * in lists, lists under any key, messages of other services. The same number gives the same text.
 */

const EVENTS = someEvents(21, 24);
const SCALARS: readonly JsonValue[] = [
  null,
  1,
  0,
  -1.5e3,
  true,
  false,
  '',
  'x',
  'a [text] {of} "signs"',
  '{',
  ']',
  '\\',
];
const EMPTY: readonly JsonValue[] = [{}, [], [[]], [{}], { Records: [] }];
const OTHERS: readonly JsonValue[] = [
  { level: 'info', message: 'started' },
  { a: 1, b: [1, 2, { c: null }] },
  { eventName: 'boot' },
  {
    eventSource: 'aws:s3',
    eventName: 'ObjectCreated:Put',
    awsRegion: 'us-east-1',
    eventVersion: '2.1',
    eventTime: '2026-01-01T00:00:00Z',
  },
  { Records: 'none' },
  { id: 'a', 'detail-type': 'x', detail: {} },
];
const LISTS = ['Records', 'records', 'Events', 'data', 'hits'] as const;
const HOLDERS = ['detail', '_source', 'event', 'Records', 'data'] as const;

/** A text of a kind that a seed chooses: one document in some layout, or several. */
export function mixedDocuments(seed: number): string {
  const numbers = new SeededNumbers(seed);
  const values = new MixedValues(numbers);
  const layout = numbers.one(['one line', 'pretty', 'list by lines', 'lines', 'pretty ones'] as const);
  const depth = numbers.between(0, 3);
  const some = (): readonly JsonValue[] => values.some(1, 5, depth);
  const mark = numbers.between(0, 7) === 0 ? '\ufeff' : '';
  const feed = numbers.between(0, 3) === 0 ? '\r\n' : '\n';
  const end = numbers.one(['', '\n']);
  const written = {
    'one line': () => JSON.stringify(values.one(depth + 1)),
    pretty: () => JSON.stringify(values.one(depth + 1), null, numbers.one([2, 4, '\t'])),
    'list by lines': () => `[\n${some().map(asLine).join(',\n')}\n]`,
    lines: () => some().map(asLine).join('\n'),
    'pretty ones': () =>
      some()
        .map((value) => JSON.stringify(value, null, 2))
        .join('\n'),
  }[layout]();
  return mark + (written + end).replaceAll('\n', feed);
}

const asLine = (value: JsonValue): string => JSON.stringify(value);

/** Values of JSON, each event among them with an eventID of its own. */
class MixedValues {
  readonly #numbers: SeededNumbers;
  #events = 0;

  constructor(numbers: SeededNumbers) {
    this.#numbers = numbers;
  }

  /** @param depth of objects and lists around events */
  one(depth: number): JsonValue {
    const numbers = this.#numbers;
    const kind = numbers.between(0, 14);
    if (kind === 0) return numbers.one(SCALARS);
    if (kind === 1) return numbers.one(EMPTY);
    if (kind === 2) return numbers.one(OTHERS);
    if (kind <= 8 || depth === 0) return this.#event();
    if (kind <= 10) return this.some(0, 4, depth - 1);
    if (kind === 11) return { Records: this.some(0, 4, depth - 1) };
    if (kind === 12) {
      const list = this.some(0, 3, depth - 1);
      return { next: numbers.one(SCALARS), [numbers.one(LISTS)]: list, more: this.one(depth - 1) };
    }
    if (kind === 13) return { id: 'x', [numbers.one(HOLDERS)]: this.one(depth - 1) };
    return { requestId: 1, a: { b: this.one(depth - 1) }, c: this.one(depth - 1) };
  }

  some(least: number, most: number, depth: number): JsonValue[] {
    return Array.from({ length: this.#numbers.between(least, most) }, () => this.one(depth));
  }

  #event(): JsonObject {
    const eventID = `${String(this.#events++).padStart(8, '0')}-1a2b-4c3d-8e4f-0123456789ab`;
    const event = { ...this.#numbers.one(EVENTS), eventID };
    return this.#numbers.between(0, 9) === 0 ? sorted(event) : event;
  }
}

function sorted(event: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
}
