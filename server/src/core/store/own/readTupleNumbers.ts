import { columns } from '../columns';
import { ROLES_LEFT_OUT } from '../ownColumns';
import type { TextTable } from '../texts';
import { FoundOfAlike, pick, takeFound } from './foundOfAlike';
import { organizationsOf } from './organizationsOf';
import type { ReadRows } from './readRows';
import { TupleNumbers } from './tupleNumbers';

/** Positions in a tuple. The first is the number of a house, the last 1 where the log did not tell of roles, and the others are numbers of texts of its table. */
export const TUPLE = { house: 0, user: 1, owner: 2, role: 3, protocol: 4, address: 5, agent: 6, blind: 7 } as const;
const WIDTH = 8;

/** A table of texts, and the number of an organization in it. */
export interface House {
  readonly table: TextTable;
  readonly organization: number;
}

/** Whether a row of an organization is of a time in which its log was thinned out, as calls tell; one that does not say when it was may be. */
export type IsBlind = (at: number, organization: string) => boolean;

/** Numbers what rows have in common: who read in which mailbox, by what and from where. */
export class ReadTupleNumbers {
  readonly numbers: TupleNumbers;
  readonly #houses: House[] = [];
  readonly #numbersOfHouses = new Map<TextTable, Map<number, number>>();
  /** By table: the tuples of rows that have something in common. */
  readonly #found = new Map<TextTable, FoundOfAlike>();
  readonly #tuple = new Uint32Array(WIDTH);

  /** @param seed a number that nobody who writes logs can know */
  constructor(seed: number) {
    this.numbers = new TupleNumbers(WIDTH, seed);
  }

  /** By number. */
  get houses(): readonly House[] {
    return this.#houses;
  }

  /** @param into the number of each row */
  put(rows: ReadRows, isBlind: IsBlind | undefined, into: Uint32Array): void {
    const { particulars, own } = rows.each.chunk;
    let asked: ((at: number) => number) | undefined;
    const numberAt = (at: number): number => {
      asked ??= this.#numberAt(rows, isBlind);
      return asked(at);
    };
    // Whether it was a blind time is told of each row alone.
    if (particulars.alike !== undefined && isBlind === undefined) {
      pick(particulars.alike.who, rows.places, into);
      const found = this.#foundIn(own.texts).of(into, numberAt);
      if (found !== undefined) {
        takeFound(found, into);
        return;
      }
    }
    for (let at = 0; at < into.length; at++) into[at] = numberAt(at);
  }

  #foundIn(table: TextTable): FoundOfAlike {
    const found = this.#found.get(table) ?? new FoundOfAlike();
    this.#found.set(table, found);
    return found;
  }

  /** The tuple of a row as its columns say. */
  #numberAt({ each: { chunk }, places }: ReadRows, isBlind: IsBlind | undefined): (at: number) => number {
    const { own } = chunk;
    const [users, owners] = [own.audit('user'), own.audit('owner')];
    const [roles, protocols] = [own.audit('impersonator'), own.audit('protocol')];
    const states = own.audit('state');
    const [addresses, agents] = [chunk.column(columns.address), chunk.column(columns.userAgent)];
    const organizationAt = organizationsOf(chunk, places);
    const tuple = this.#tuple;
    let last = organizationAt(0);
    let house = this.#houseOf(own.texts, last);
    return (at) => {
      const place = places[at] ?? 0;
      const row = own.rows[place] ?? 0;
      const organization = organizationAt(at);
      if (organization !== last) {
        last = organization;
        house = this.#houseOf(own.texts, last);
      }
      const user = users[place] ?? 0;
      const owner = owners[place] ?? 0;
      const role = roles[place] ?? 0;
      const protocol = protocols[place] ?? 0;
      const address = addresses[row] ?? 0;
      const agent = agents[row] ?? 0;
      tuple[TUPLE.house] = house;
      tuple[TUPLE.user] = user;
      tuple[TUPLE.owner] = owner;
      tuple[TUPLE.role] = role;
      tuple[TUPLE.protocol] = protocol;
      tuple[TUPLE.address] = address;
      tuple[TUPLE.agent] = agent;
      // Where it says neither from where, nor by what, nor through which role, nobody was asked to write it down.
      const isBare = protocol === 0 && address === 0 && agent === 0;
      // Whose role was used may stand there as the one whose mailbox it is: the same whether names of fields or calls tell that roles were left out.
      const isLeftOut =
        user === owner &&
        (((states[place] ?? 0) & ROLES_LEFT_OUT) !== 0 || isBlind?.(at, own.texts.textOf(organization)) === true);
      tuple[TUPLE.blind] = role === 0 && (isBare || isLeftOut) ? 1 : 0;
      return this.numbers.numberOf(tuple);
    };
  }

  /** Mostly there are few tables, and few organizations. */
  #houseOf(table: TextTable, organization: number): number {
    const known = this.#numbersOfHouses.get(table) ?? new Map<number, number>();
    this.#numbersOfHouses.set(table, known);
    const number = known.get(organization) ?? this.#houses.push({ table, organization }) - 1;
    known.set(organization, number);
    return number;
  }
}
