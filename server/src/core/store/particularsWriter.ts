import { entityKinds } from '../check/schemaTypes';
import type { LearnedName } from '../investigate/learnedNames';
import type { Particulars } from '../investigate/particulars';
import {
  ENDPOINT,
  ERROR_MESSAGE,
  IS_ADDRESS,
  IS_NAMED,
  IS_TAKEN,
  KIND_SHIFT,
  LEARNED_SHIFT,
  ORGANIZATION,
  type ParticularNumbers,
  TARGETS_SHIFT,
  TEXT_SHIFT,
} from './particularNumbers';
import type { Texts } from './texts';

/** Writes what events say beyond their columns as numbers, see `ParticularNumbers`. */
export class ParticularsWriter {
  readonly #texts: Texts;
  /** Most events of a log are of one organization. */
  #organization = { id: '', number: 0 };
  #rows: number[] = [];
  #ends: number[] = [];
  #numbers: number[] = [];

  /** @param texts where texts get their numbers */
  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** Rows are added in ascending order; of one that says nothing, nothing is kept. */
  add(row: number, { errorMessage, organizationId, endpoint = '', targets, learned, weighty }: Particulars): void {
    const flags =
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
    this.#rows.push(row);
    this.#ends.push(numbers.length);
  }

  /** Those since the last time. */
  take(): ParticularNumbers {
    const taken = {
      rows: Uint32Array.from(this.#rows),
      ends: Uint32Array.from(this.#ends),
      numbers: Uint32Array.from(this.#numbers),
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
