import { type EntityKind, entityKinds } from '../check/schemaTypes';
import type { LearnedName } from '../investigate/learnedNames';
import type { Particulars } from '../investigate/particulars';
import type { Things } from '../investigate/things';
import { ContentsWriter } from './contentBytes';
import {
  ENDPOINT,
  ERROR_MESSAGE,
  IS_ADDRESS,
  IS_NAMED,
  IS_TAKEN,
  KIND_SHIFT,
  LEARNED_SHIFT,
  MADE_SHIFT,
  ORGANIZATION,
  type ParticularNumbers,
  TARGETS_SHIFT,
  TEXT_SHIFT,
  THINGS,
} from './particularNumbers';
import type { Texts } from './texts';

/** What a row says beyond its columns, as numbers of texts; 0 for none. */
export interface NumbersOfRow {
  readonly error: number;
  readonly organization: number;
  readonly targets: readonly number[];
  readonly lesson: readonly number[];
  readonly named: readonly number[];
}

/** The second number of a target. */
export function describedTarget(entity: EntityKind | undefined, isNamed: boolean, parameter: number): number {
  const kind = entity === undefined ? 0 : entityKinds.indexOf(entity) + 1;
  return ((parameter << TEXT_SHIFT) | (kind << KIND_SHIFT) | (isNamed ? IS_NAMED : 0)) >>> 0;
}

/** The third number of a lesson. */
export function describedLesson(kind: EntityKind, isAddress: boolean): number {
  return (entityKinds.indexOf(kind) << KIND_SHIFT) | (isAddress ? IS_ADDRESS : 0);
}

/** Writes what events say beyond their columns as numbers, see `ParticularNumbers`. */
export class ParticularsWriter {
  readonly #texts: Texts;
  /** Most events of a log are of one organization. */
  #organization = { id: '', number: 0 };
  #rows: number[] = [];
  #ends: number[] = [];
  #numbers: number[] = [];
  readonly #contents = new ContentsWriter();

  /** @param texts where texts get their numbers */
  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /**
   * Rows are added in ascending order; of one that says nothing, nothing is kept.
   *
   * @param contents see `contentsOf`
   */
  add(row: number, particulars: Particulars, things: Things, contents: string): void {
    this.#contents.add(row, contents);
    const { errorMessage, organizationId, endpoint = '', targets, learned, weighty } = particulars;
    const hasThings = things.made.length + things.named.length > 0;
    const flags =
      (hasThings ? THINGS : 0) |
      (errorMessage === '' ? 0 : ERROR_MESSAGE) |
      (organizationId === '' ? 0 : ORGANIZATION) |
      (endpoint === '' ? 0 : ENDPOINT) |
      (targets.length << TARGETS_SHIFT) |
      (learned.length << LEARNED_SHIFT);
    if (flags === 0 && weighty.length === 0) return;
    const numbers = this.#numbers;
    numbers.push(flags >>> 0);
    if (errorMessage !== '') this.#put(errorMessage);
    if (organizationId !== '') numbers.push(this.#organizationNumber(organizationId));
    if (endpoint !== '') this.#put(endpoint);
    for (const { id, entity, named, parameter } of targets) {
      const kind = entity === undefined ? 0 : entityKinds.indexOf(entity) + 1;
      this.#put(id);
      const described = (kind << KIND_SHIFT) | (named ? IS_NAMED : 0);
      numbers.push(((this.#texts.numberOf(parameter) << TEXT_SHIFT) | described) >>> 0);
    }
    for (const lesson of learned) this.#putLesson(lesson);
    for (const { parameter, words } of weighty) {
      this.#put(parameter);
      this.#put(words);
    }
    if (hasThings) this.#putThings(things);
    this.#close(row);
  }

  /**
   * Adds a row of which all texts have numbers.
   *
   * @param targets two numbers each, as `ParticularNumbers` has them
   * @param lesson three numbers, or none
   */
  addNumbers(row: number, { error, organization, targets, lesson, named }: NumbersOfRow): void {
    const flags =
      (named.length > 0 ? THINGS : 0) |
      (error === 0 ? 0 : ERROR_MESSAGE) |
      (organization === 0 ? 0 : ORGANIZATION) |
      ((targets.length / 2) << TARGETS_SHIFT) |
      ((lesson.length / 3) << LEARNED_SHIFT);
    if (flags === 0) return;
    const numbers = this.#numbers;
    numbers.push(flags >>> 0);
    if (error !== 0) numbers.push(error);
    if (organization !== 0) numbers.push(organization);
    for (const number of targets) numbers.push(number);
    for (const number of lesson) numbers.push(number);
    for (const number of named) numbers.push(number);
    if (named.length > 0) numbers.push(named.length);
    this.#close(row);
  }

  /** Adds a row of another service, of which nothing else is kept. @param contents see `contentsOf` */
  addThings(row: number, things: Things, contents: string): void {
    this.#contents.add(row, contents);
    if (things.made.length + things.named.length === 0) return;
    this.#numbers.push(THINGS);
    this.#putThings(things);
    this.#close(row);
  }

  #putThings({ made, named }: Things): void {
    for (const text of made) this.#put(text);
    for (const text of named) this.#put(text);
    this.#numbers.push((made.length << MADE_SHIFT) | named.length);
  }

  #close(row: number): void {
    this.#rows.push(row);
    this.#ends.push(this.#numbers.length);
  }

  /** Those since the last time. */
  take(): ParticularNumbers {
    const taken = {
      rows: Uint32Array.from(this.#rows),
      ends: Uint32Array.from(this.#ends),
      numbers: Uint32Array.from(this.#numbers),
      contents: this.#contents.take(),
    };
    this.#rows = [];
    this.#ends = [];
    this.#numbers = [];
    return taken;
  }

  #organizationNumber(id: string): number {
    if (id !== this.#organization.id) this.#organization = { id, number: this.#texts.numberOf(id) };
    return this.#organization.number;
  }

  #put(text: string): void {
    this.#numbers.push(this.#texts.numberOf(text));
  }

  #putLesson({ id, name, kind, isAddress, isTaken }: LearnedName): void {
    this.#put(id);
    this.#put(name);
    this.#numbers.push(
      (entityKinds.indexOf(kind) << KIND_SHIFT) | (isAddress ? IS_ADDRESS : 0) | (isTaken ? IS_TAKEN : 0),
    );
  }
}
