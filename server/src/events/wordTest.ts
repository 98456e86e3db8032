import {
  type AddedNames,
  type Entities,
  exactly,
  type FieldName,
  type QuestionRow,
  type RowChunk,
  type RowTest,
  StoredRow,
  textsOfAdded,
} from '../core/index';
import { foundIn } from '../core/query/matches';
import { columns } from '../core/store/columns';
import { grownNumbers } from '../core/store/grownNumbers';
import { type Keys, keysOfField } from '../core/store/keysOf';
import { EVENT_ID_IS_TEXT } from '../core/store/rowState';
import { eachTarget } from '../core/store/targetTexts';
import type { TextTable } from '../core/store/texts';
import { firstNumberTest, type IdTest, idTest } from './idBeginning';
import { timeWord } from './timeWord';

/** The fields of questions in which a word is looked for that few texts have; beside them, ids, targets and `TEXTS`. */
const FIELDS = ['action', 'service', 'error'] as const satisfies readonly FieldName[];

/** Columns of numbers of texts in which a word is looked for: there may be as many texts as rows. */
const TEXTS: readonly { readonly numbers: Keys; readonly texts: (chunk: RowChunk) => TextTable }[] = [
  { numbers: (chunk) => chunk.actors, texts: ({ tables }) => tables.actorNames },
  { numbers: (chunk) => chunk.column(columns.address), texts: ({ tables }) => tables.texts },
  { numbers: (chunk) => chunk.column(columns.accessKey), texts: ({ tables }) => tables.texts },
];

const YES = 2;
const NO = 1;

/** Answers by a number that texts or tuples have in some tables; 0 where nobody has asked yet. */
class Answers {
  readonly #known = new WeakMap<object, Uint32Array>();

  /** @param tables what the numbers mean something in */
  upTo(tables: object, most: number): Uint32Array {
    const known = this.#known.get(tables) ?? new Uint32Array(1024);
    const found = most < known.length ? known : grownNumbers(known, most);
    this.#known.set(tables, found);
    return found;
  }
}

/** Where one word is found. A text is looked at once, however many rows have it. */
export class WordTest {
  readonly #word: string;
  readonly #columns: readonly { readonly keys: Keys; readonly test: RowTest; readonly answers: Answers }[];
  readonly #texts = new Map<TextTable, Uint8Array>();
  readonly #eventId: (chunk: RowChunk) => IdTest;
  readonly #mayBeEventId: (first: number) => boolean;
  readonly #requestId: (chunk: RowChunk) => IdTest;
  /** Where the word names a time. */
  readonly #time: ((time: number) => boolean) | undefined;
  /** Ids that the logs give a name which holds the word. */
  readonly #named: ReadonlySet<string>;
  /** Lists of names may name a million; of these only ids are looked at that stand in a log. */
  readonly #added: AddedNames;
  readonly #targets = new Answers();

  /** @param word in lower case */
  constructor(word: string, entities: Entities) {
    this.#word = word;
    this.#columns = columnsFor(word);
    this.#eventId = idTest(word, 'eventID', 'anywhere');
    this.#mayBeEventId = firstNumberTest(word);
    this.#requestId = idTest(word, 'requestID', 'begins');
    this.#time = timeWord(word);
    this.#named = namedSo(word, entities);
    this.#added = entities.added;
  }

  /** Leaves of the rows that are not 0 those in which the word is found. @param rows one number for each row of the chunk */
  narrow(chunk: RowChunk, rows: Uint8Array): void {
    const found = new Uint8Array(chunk.count);
    for (const { keys, test, answers } of this.#columns) {
      const numbers = keys(chunk);
      const known = answers.upTo(chunk.tables, largest(numbers));
      for (let row = 0; row < found.length; row++) {
        const number = numbers[row] ?? 0;
        let answer = known[number] ?? 0;
        if (answer === 0) {
          answer = test(asRow(chunk, row)) ? YES : NO;
          known[number] = answer;
        }
        found[row] = (found[row] ?? 0) | (answer >> 1);
      }
    }
    for (const { numbers, texts } of TEXTS) this.#findTexts(numbers(chunk), texts(chunk), found);
    this.#findTargets(chunk, found);
    const [states, firsts] = [chunk.column(columns.state), chunk.column(columns.eventID)];
    const [isInEventId, beginsRequestId] = [this.#eventId(chunk), this.#requestId(chunk)];
    for (let row = 0; row < rows.length; row++) {
      if (rows[row] === 0 || found[row] !== 0 || this.#time?.(chunk.time(row))) continue;
      const mayBeId = ((states[row] ?? 0) & EVENT_ID_IS_TEXT) !== 0 || this.#mayBeEventId(firsts[row] ?? 0);
      if (mayBeId && isInEventId(row)) continue;
      if (!beginsRequestId(row)) rows[row] = 0;
    }
  }

  /** Looks at all texts of a table at once, as far as it has grown. */
  #findTexts(numbers: Uint32Array, texts: TextTable, found: Uint8Array): void {
    const before = this.#texts.get(texts);
    // Rows were there before the search began, so that a table that is searched as a whole had all their texts by then.
    const isKnown = before !== undefined && (texts.markWith !== undefined || before.length >= texts.size);
    const known = isKnown ? before : this.#holding(texts, before ?? new Uint8Array(0));
    this.#texts.set(texts, known);
    for (let row = 0; row < found.length; row++) found[row] = (found[row] ?? 0) | (known[numbers[row] ?? 0] ?? 0);
  }

  #holding(texts: TextTable, before: Uint8Array): Uint8Array {
    const holding = new Uint8Array(texts.size);
    if (texts.markWith !== undefined) {
      texts.markWith(this.#word, holding);
      return holding;
    }
    holding.set(before);
    for (let number = before.length; number < holding.length; number++) {
      if (texts.textOf(number).toLowerCase().includes(this.#word)) holding[number] = 1;
    }
    return holding;
  }

  #findTargets({ particulars }: RowChunk, found: Uint8Array): void {
    const { texts } = particulars;
    let known = this.#targets.upTo(texts, 0);
    eachTarget(particulars, (row, text) => {
      if (text >= known.length) known = this.#targets.upTo(texts, text);
      let answer = known[text] ?? 0;
      if (answer === 0) {
        answer = this.#isInTarget(texts.textOf(text)) ? YES : NO;
        known[text] = answer;
      }
      if (answer === YES && row < found.length) found[row] = 1;
    });
  }

  #isInTarget(id: string): boolean {
    if (this.#named.has(id) || id.toLowerCase().includes(this.#word)) return true;
    const added = this.#added.byId.get(id);
    return added !== undefined && textsOfAdded(added).some((name) => name.toLowerCase().includes(this.#word));
  }
}

/** Several fields are read from one column: it is gone through once for all of them. */
function columnsFor(word: string): readonly { keys: Keys; test: RowTest; answers: Answers }[] {
  const tests = new Map<Keys, RowTest[]>();
  for (const field of FIELDS) {
    const keys = keysOfField[field];
    if (keys !== undefined) tests.set(keys, [...(tests.get(keys) ?? []), foundIn(field, [exactly(word)])]);
  }
  return Array.from(tests, ([keys, all]) => ({
    keys,
    test: (row) => all.some((test) => test(row)),
    answers: new Answers(),
  }));
}

function largest(numbers: Uint32Array): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** Columns do not say where a row stands, and nobody asks. */
function asRow(chunk: RowChunk, row: number): QuestionRow {
  return Object.assign(new StoredRow(chunk, row, { index: 0, file: '', base: 0 }), { raw: () => '' });
}

function namedSo(word: string, { byId }: Entities): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [id, { names, addresses }] of byId) {
    if ([...names, ...addresses].some((name) => name.toLowerCase().includes(word))) named.add(id);
  }
  return named;
}
