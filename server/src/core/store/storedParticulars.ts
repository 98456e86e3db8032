import { type EntityKind, entityKinds } from '../check/schemaTypes';
import type { Target } from '../explain/targets';
import type { LearnedName } from '../investigate/learnedNames';
import type { WeightyParameter } from '../investigate/particulars';
import type { WantedTexts } from '../investigate/wantedTexts';
import type { AlikeRows } from './alikeRows';
import { contentAt, noContentBytes } from './contentBytes';
import { lastNotAbove } from './lastNotAbove';
import {
  ENDPOINT,
  ERROR_MESSAGE,
  flaggedIn,
  headIn,
  IS_ADDRESS,
  IS_NAMED,
  IS_TAKEN,
  KIND_MASK,
  KIND_SHIFT,
  learnedIn,
  MADE_SHIFT,
  NAMED_MASK,
  ORGANIZATION,
  type ParticularNumbers,
  TEXT_SHIFT,
  THINGS,
  targetsIn,
} from './particularNumbers';
import { Ranks } from './ranks';
import type { TextTable } from './texts';

const NONE: readonly never[] = [];

/** Lists of ids and names of a row. */
export type Part = 'made' | 'named' | 'targets';

/** What the events of some rows say beyond their columns, made when somebody asks. Empty for rows of which nothing is kept. */
export class StoredParticulars {
  readonly #told: ParticularNumbers;
  /** What the texts' numbers stand for. */
  readonly texts: TextTable;
  #ranks: Ranks | undefined;

  constructor(told: ParticularNumbers, texts: TextTable) {
    this.#told = told;
    this.texts = texts;
  }

  get told(): ParticularNumbers {
    return this.#told;
  }

  /** Numbers of the texts of the organizations of all rows, where they lie in a column. */
  readonly organizations: Uint32Array | undefined = undefined;

  /** What rows have in common, where that was told with them. */
  readonly alike: AlikeRows | undefined = undefined;

  errorMessage(row: number): string {
    return this.#flagged(row, ERROR_MESSAGE);
  }

  organizationId(row: number): string {
    return this.#flagged(row, ORGANIZATION);
  }

  /** Of the VPC endpoint that saw a call. */
  endpoint(row: number): string {
    return this.#flagged(row, ENDPOINT);
  }

  /** Of a call of WorkMail as JSON, see `contentsOf`; empty where nothing is kept. */
  contents(row: number): string {
    const { contents } = this.told;
    const place = lastNotAbove(contents.rows.length, (each) => contents.rows[each] ?? 0, row);
    return contents.rows[place] === row ? contentAt(contents, place) : '';
  }

  targets(row: number): readonly Target[] {
    const at = this.#placeOf(row);
    const count = at < 0 ? 0 : targetsIn(this.#number(at));
    if (count === 0) return NONE;
    const first = at + 1 + flaggedIn(this.#number(at), ORGANIZATION | ERROR_MESSAGE | ENDPOINT);
    const found: Target[] = [];
    for (let target = 0; target < count; target++) found.push(this.#target(first + 2 * target));
    return found;
  }

  /**
   * Writes what the first target is told by: the numbers of its id, of its parameter with its kind, and of the organization.
   *
   * @returns whether there is a target
   */
  targetNumbers(row: number, into: Uint32Array): boolean {
    const at = this.#placeOf(row);
    const flags = at < 0 ? 0 : this.#number(at);
    if (targetsIn(flags) === 0) return false;
    const first = at + 1 + flaggedIn(flags, ORGANIZATION | ERROR_MESSAGE | ENDPOINT);
    into[0] = this.#number(first);
    into[1] = this.#number(first + 1);
    into[2] = this.#flaggedNumber(at, ORGANIZATION);
    return true;
  }

  /** The number of the text of the organization; that of the empty text where it is not told. */
  organizationNumber(row: number): number {
    return this.#flaggedNumber(this.#placeOf(row), ORGANIZATION);
  }

  /** The rows from one up to another, exclusive, whose events teach anything, in ascending order. */
  teachingRows(from: number, to: number): readonly number[] {
    const { rows, ends } = this.told;
    const teaching: number[] = [];
    for (let place = Math.max(0, this.#rank(from)); place < rows.length; place++) {
      const row = rows[place] ?? 0;
      if (row >= to) break;
      const at = place === 0 ? 0 : (ends[place - 1] ?? 0);
      if (row >= from && learnedIn(this.#number(at)) > 0) teaching.push(row);
    }
    return teaching;
  }

  /** Whether the event teaches anything. */
  teaches(row: number): boolean {
    const at = this.#placeOf(row);
    return at >= 0 && learnedIn(this.#number(at)) > 0;
  }

  learned(row: number): readonly LearnedName[] {
    const at = this.#placeOf(row);
    const count = at < 0 ? 0 : learnedIn(this.#number(at));
    if (count === 0) return NONE;
    const first = at + 1 + headIn(this.#number(at));
    const lessons: LearnedName[] = [];
    for (let lesson = 0; lesson < count; lesson++) lessons.push(this.#lesson(first + 3 * lesson));
    return lessons;
  }

  weighty(row: number): readonly WeightyParameter[] {
    const { first, count } = this.#weightyOf(row);
    return count === 0
      ? NONE
      : Array.from({ length: count }, (_, each) => ({
          parameter: this.#text(first + 2 * each),
          words: this.#text(first + 2 * each + 1),
        }));
  }

  /** Whether a parameter weighs more than the name of the call. */
  hasWeighty(row: number): boolean {
    return this.#weightyOf(row).count > 0;
  }

  #weightyOf(row: number): { readonly first: number; readonly count: number } {
    const at = this.#placeOf(row);
    if (at < 0) return { first: 0, count: 0 };
    const flags = this.#number(at);
    const first = at + 1 + headIn(flags) + 3 * learnedIn(flags);
    return { first, count: (this.#thingsOf(row).start - first) / 2 };
  }

  /**
   * Whether the call made or gave out something.
   *
   * @param isAsked is given the number of a text
   */
  hasMade(row: number, isAsked: (number: number) => boolean): boolean {
    const place = this.#rank(row);
    return this.told.rows[place] === row && this.somePart(place, MADE, isAsked);
  }

  /** All that the call made or gave out, names or is about. */
  things(row: number, withTargets: boolean): readonly string[] {
    const { start, made, named } = this.#thingsOf(row);
    const at = withTargets ? this.#placeOf(row) : -1;
    const targets = at < 0 ? 0 : targetsIn(this.#number(at));
    if (made + named + targets === 0) return NONE;
    const found: string[] = [];
    for (let each = start; each < start + made + named; each++) found.push(this.#text(each));
    if (targets === 0) return found;
    const first = at + 1 + flaggedIn(this.#number(at), ORGANIZATION | ERROR_MESSAGE | ENDPOINT);
    for (let target = 0; target < targets; target++) found.push(this.#text(first + 2 * target));
    return found;
  }

  /** Whether `things` has one of some texts. */
  hasThing(row: number, withTargets: boolean, wanted: WantedTexts): boolean {
    const { start, made, named } = this.#thingsOf(row);
    const at = withTargets ? this.#placeOf(row) : -1;
    const targets = at < 0 ? 0 : targetsIn(this.#number(at));
    if (made + named + targets === 0) return false;
    const marks = wanted.marksIn(this.texts);
    for (let each = start; each < start + made + named; each++) if (marks[this.#number(each)] === 1) return true;
    if (targets === 0) return false;
    const first = at + 1 + flaggedIn(this.#number(at), ORGANIZATION | ERROR_MESSAGE | ENDPOINT);
    for (let target = 0; target < targets; target++) if (marks[this.#number(first + 2 * target)] === 1) return true;
    return false;
  }

  /** What the call made or gave out. */
  made(row: number): readonly string[] {
    const { start, made } = this.#thingsOf(row);
    return this.#texts(start, made);
  }

  /** Where the things of a row begin, which is its end where there are none. */
  #thingsOf(row: number): { readonly start: number; readonly made: number; readonly named: number } {
    const place = this.#rank(row);
    const end = this.told.ends[place] ?? 0;
    const at = this.told.rows[place] !== row ? -1 : place === 0 ? 0 : (this.told.ends[place - 1] ?? 0);
    if (at < 0 || (this.#number(at) & THINGS) === 0) return { start: end, made: 0, named: 0 };
    const counts = this.#number(end - 1);
    const [made, named] = [counts >>> MADE_SHIFT, counts & NAMED_MASK];
    return { start: end - 1 - made - named, made, named };
  }

  /**
   * Whether something holds for one of the texts of some lists of a row.
   *
   * @param place of the row in `told.rows`
   * @param holds is given the number of a text
   */
  somePart(place: number, parts: readonly Part[], holds: (number: number) => boolean): boolean {
    const at = place === 0 ? 0 : (this.told.ends[place - 1] ?? 0);
    const flags = this.#number(at);
    if (parts.includes('targets')) {
      const first = at + 1 + flaggedIn(flags, ORGANIZATION | ERROR_MESSAGE | ENDPOINT);
      for (let target = 0; target < targetsIn(flags); target++) {
        if (holds(this.#number(first + 2 * target))) return true;
      }
    }
    if ((flags & THINGS) === 0) return false;
    const end = (this.told.ends[place] ?? 0) - 1;
    const counts = this.#number(end);
    const named = end - (counts & NAMED_MASK);
    const from = parts.includes('made') ? named - (counts >>> MADE_SHIFT) : named;
    const to = parts.includes('named') ? end : named;
    for (let each = from; each < to; each++) if (holds(this.#number(each))) return true;
    return false;
  }

  #texts(from: number, count: number): readonly string[] {
    if (count === 0) return NONE;
    const found: string[] = [];
    for (let each = from; each < from + count; each++) found.push(this.#text(each));
    return found;
  }

  #flagged(row: number, flag: number): string {
    return this.texts.textOf(this.#flaggedNumber(this.#placeOf(row), flag));
  }

  #flaggedNumber(at: number, flag: number): number {
    const flags = at < 0 ? 0 : this.#number(at);
    return (flags & flag) === 0 ? 0 : this.#number(at + 1 + flaggedIn(flags, flag - 1));
  }

  #target(at: number): Target {
    const described = this.#number(at + 1);
    const kind = (described >>> KIND_SHIFT) & KIND_MASK;
    return {
      entity: kind === 0 ? undefined : kindNumbered(kind - 1),
      named: (described & IS_NAMED) !== 0,
      id: this.#text(at),
      parameter: this.texts.textOf(described >>> TEXT_SHIFT),
    };
  }

  #lesson(at: number): LearnedName {
    const described = this.#number(at + 2);
    return {
      id: this.#text(at),
      kind: kindNumbered(described >>> KIND_SHIFT) ?? 'entity',
      name: this.#text(at + 1),
      isAddress: (described & IS_ADDRESS) !== 0,
      ...((described & IS_TAKEN) !== 0 && { isTaken: true }),
    };
  }

  /** Where the numbers of a row begin; negative where there are none. */
  #placeOf(row: number): number {
    const place = this.#rank(row);
    if (this.told.rows[place] !== row) return -1;
    return place === 0 ? 0 : (this.told.ends[place - 1] ?? 0);
  }

  /** The place in `told.rows` of the last row that is not behind one; the first where all are. Nothing is done as often. */
  #rank(row: number): number {
    this.#ranks ??= new Ranks(this.told.rows);
    return Math.max(0, this.#ranks.of(row));
  }

  #number(at: number): number {
    return this.told.numbers[at] ?? 0;
  }

  #text(at: number): string {
    return this.texts.textOf(this.#number(at));
  }
}

const MADE: readonly Part[] = ['made'];

/** What is said where nothing is kept. */
export const noParticulars = new StoredParticulars(
  { rows: new Uint32Array(0), ends: new Uint32Array(0), numbers: new Uint32Array(0), contents: noContentBytes },
  { size: 1, textOf: () => '', numbersLike: () => [] },
);

function kindNumbered(number: number): EntityKind | undefined {
  return entityKinds[number];
}
