import { addressNamed, isOfAws } from '../../explain/values/addresses';
import { wordsOfPlain } from '../../explain/values/plainAddress';
import type { Act } from '../act';

/** Who acts, and from where, each with the number of its text. */
export interface Hand {
  readonly who: { readonly text: string; readonly number: number; readonly role: number };
  /** `pool` stands for the 256 addresses of IPv4 that one is of: who rents some rents neighbours. */
  readonly net: { readonly text: string; readonly number: number; readonly pool: number };
}

const NOBODY: Hand['who'] = { text: '', number: 0, role: 0 };
const NOWHERE: Hand['net'] = { text: '', number: 0, pool: 0 };
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/** Hands of acts, each looked at once however many acts it has. */
export class Hands {
  readonly #people = new Map<string, Hand['who']>([['', NOBODY]]);
  readonly #roles = new Map<string, number>();
  readonly #addresses = new Map<string, Hand['net']>();
  readonly #pools = new Map<string, number>();
  readonly #nets = new Map<string, Hand['net']>([['', NOWHERE]]);

  of({ doer, row }: Act): Hand {
    return { who: this.#person(doer.who), net: this.#place(row.address) };
  }

  #person(text: string): Hand['who'] {
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

  #place(address: string): Hand['net'] {
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
