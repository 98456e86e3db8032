import { addressNamed, isOfAws } from '../../explain/values/addresses';
import { wordsOfPlain } from '../../explain/values/plainAddress';
import type { Act } from '../act';

/** Who acts, with the number of its text, and that of the role of a session. */
export interface Person {
  readonly text: string;
  readonly number: number;
  readonly role: number;
}

/** From where, with the number of its text. `pool` stands for the 256 addresses of IPv4 that one is of: who rents some rents neighbours. */
export interface Place {
  readonly text: string;
  readonly number: number;
  readonly pool: number;
}

const NOBODY: Person = { text: '', number: 0, role: 0 };
const NOWHERE: Place = { text: '', number: 0, pool: 0 };
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/** Hands of acts, each looked at once however many acts it has. */
export class Hands {
  readonly #people = new Map<string, Person>([['', NOBODY]]);
  readonly #roles = new Map<string, number>();
  readonly #addresses = new Map<string, Place>();
  readonly #pools = new Map<string, number>();
  readonly #nets = new Map<string, Place>([['', NOWHERE]]);

  of({ doer, row }: Act): { readonly person: Person; readonly place: Place } {
    return { person: this.#person(doer.who), place: this.#place(row.address) };
  }

  #person(text: string): Person {
    const known = this.#people.get(text);
    if (known !== undefined) return known;
    const person = { text, number: this.#people.size, role: this.#role(roleOf(text)) };
    this.#people.set(text, person);
    return person;
  }

  #role(text: string): number {
    const number = this.#roles.get(text) ?? this.#roles.size + 1;
    this.#roles.set(text, number);
    return number;
  }

  #pool(net: string): number {
    const text = IPV4.test(net) ? net.slice(0, net.lastIndexOf('.')) : net;
    const number = this.#pools.get(text) ?? this.#pools.size + 1;
    this.#pools.set(text, number);
    return number;
  }

  #place(address: string): Place {
    const known = this.#addresses.get(address);
    if (known !== undefined) return known;
    const text = netOf(address);
    const net = this.#nets.get(text) ?? { text, number: this.#nets.size, pool: this.#pool(text) };
    this.#nets.set(text, net);
    this.#addresses.set(address, net);
    return net;
  }
}

/** The role of a session; whoever acts, where there is none. */
function roleOf(who: string): string {
  const space = who.indexOf(' ');
  return space < 0 ? who : who.slice(0, space);
}

/** Devices change the end of their IPv6 address from day to day; the first 64 bits stay those of the house. */
function netOf(text: string): string {
  const words = wordsOfPlain(text);
  if (words !== undefined) return `${wordsText(words)}::/64`;
  if (isOfAws(text)) return '';
  const address = addressNamed(text);
  if (address === undefined) return text;
  return address.kind() === 'ipv6'
    ? `${address.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
    : address.toString();
}

function wordsText(words: readonly number[]): string {
  return words
    .slice(0, 4)
    .map((word) => word.toString(16))
    .join(':');
}
