import {
  actionOfKey,
  groupKeyOf,
  groupLabel,
  isOfWorkMail,
  ownLogNamed,
  weightNumber,
  weightOfAct,
  weightOfAction,
} from '../core/index';
import type { NamesOfRows } from '../documents/eventLog';
import type { NumberedPiece } from './numberedRows';
import type { Groups, Partition } from './partition';

/** More than there are numbers of texts in a table: two of them make one. */
const SOURCES = 2 ** 24;

/**
 * Rows by their action, of other services by the service. It is made first and kept, since it tells more of a row than its action: whether
 * it speaks for an event, whether it is of WorkMail, and how much it weighs.
 */
export class ActionPartition implements Partition, Groups {
  readonly by = 'action';
  readonly groupOf: Int32Array;
  readonly #keys: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** By number: whether it is of WorkMail, and its weight. */
  readonly #isOfWorkMail: boolean[] = [];
  readonly #weights: number[] = [];
  readonly #known = new Map<NamesOfRows, Map<number, number>>();
  /** By number of the row: of those of WorkMail's own logs, whose groups hold acts of any weight. Made when the first one comes. */
  #ofRows: Uint8Array | undefined;
  /** By what rows call their names: the weight of a name of a log, in somebody's own mailbox or not. */
  readonly #weightsOfNames = new Map<NamesOfRows, Map<number, number>>();

  constructor(rows: number) {
    this.groupOf = new Int32Array(rows).fill(-1);
  }

  get groups(): Groups {
    return this;
  }

  get size(): number {
    return this.#keys.length;
  }

  keyOf(group: number): string {
    return this.#keys[group] ?? '';
  }

  numberOf(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  labelOf(group: number): string {
    return groupLabel('action', this.keyOf(group));
  }

  isOfWorkMail(group: number): boolean {
    return this.#isOfWorkMail[group] === true;
  }

  /** See `weightNumber`. */
  weight(group: number): number {
    return this.#weights[group] ?? 0;
  }

  /** The weight of a row, by its number in all: that of its action, or in WorkMail's own logs of what was done. */
  weightOfRow(number: number): number {
    const own = this.#ofRows?.[number] ?? 0;
    return own === 0 ? this.weight(this.groupOf[number] ?? -1) : own;
  }

  /** Notes what a row weighs whose group does not tell it. @param number of the row in all @param row its position in the piece */
  weigh(number: number, { piece }: NumberedPiece, row: number): void {
    const { rows, names } = piece;
    if (rows.service(row) !== 'own') return;
    const known = this.#weightsOfNames.get(names) ?? new Map<number, number>();
    this.#weightsOfNames.set(names, known);
    const isAtHome = piece.chunk().own.isAtHome(row);
    const name = 2 * (rows.eventName(row) * SOURCES + rows.eventSource(row)) + (isAtHome ? 1 : 0);
    let weight = known.get(name);
    if (weight === undefined) {
      const log = ownLogNamed(names.textOf(rows.eventSource(row)));
      weight = weightNumber(log && weightOfAct(log, names.textOf(rows.eventName(row)), isAtHome));
      known.set(name, weight);
    }
    if (weight === 0) return;
    this.#ofRows ??= new Uint8Array(this.groupOf.length);
    this.#ofRows[number] = weight;
  }

  /** The groups that are known of rows with such names, by `kind`. */
  knownIn({ piece: { names } }: NumberedPiece): Map<number, number> {
    const known = this.#known.get(names) ?? new Map<number, number>();
    this.#known.set(names, known);
    return known;
  }

  /** The group of a row by its position in a piece. */
  groupFor({ piece: { rows, names } }: NumberedPiece, row: number): number {
    return this.#numberFor(
      groupKeyOf({
        service: rows.service(row),
        malformed: rows.malformed(row),
        eventName: names.textOf(rows.eventName(row)),
        eventSource: names.textOf(rows.eventSource(row)),
      }),
    );
  }

  #numberFor(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const action = actionOfKey(key);
    const number = this.#keys.push(key) - 1;
    this.#numbers.set(key, number);
    this.#isOfWorkMail.push(isOfWorkMail(action));
    this.#weights.push(weightNumber(weightOfAction(action)));
    return number;
  }
}
