import { type Network, networkOf } from './ipAddress';

/** Ranges that are for documentation and tests, /24 by /24: those that everybody knows first. */
const DOCUMENTATION: readonly string[] = ['192.0.2', '198.51.100', '203.0.113'];

/** Networks of one kind, by number. */
interface NetworkClass {
  readonly name: string;
  readonly first: RegExp;
  readonly size: number;
  readonly network: (at: number) => string;
}

/** What a network says of the address: private networks stay private, each kind for itself. */
const PRIVATE: readonly NetworkClass[] = [
  { name: '10', first: /^10\./, size: 65_536, network: (at) => `10.${at >> 8}.${at & 255}` },
  {
    name: '172',
    first: /^172\.(?:1[6-9]|2\d|3[01])\./,
    size: 4096,
    network: (at) => `172.${16 + (at >> 8)}.${at & 255}`,
  },
  { name: '192', first: /^192\.168\./, size: 256, network: (at) => `192.168.${at}` },
  {
    name: '100',
    first: /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
    size: 16_384,
    network: (at) => `100.${64 + (at >> 8)}.${at & 255}`,
  },
  { name: '127', first: /^127\./, size: 65_536, network: (at) => `127.${at >> 8}.${at & 255}` },
  { name: '169', first: /^169\.254\./, size: 256, network: (at) => `169.254.${at}` },
];

/** Other addresses: 3 networks of documentation, 512 for measurements (198.18.0.0/15), then those that nobody routes (240.0.0.0/4). */
function publicNetwork(at: number): string {
  const documentation = DOCUMENTATION[at];
  if (documentation !== undefined) return documentation;
  const measured = at - DOCUMENTATION.length;
  if (measured < 512) return `198.${18 + (measured >> 8)}.${measured & 255}`;
  const rest = measured - 512;
  return `${240 + ((rest >> 16) & 15)}.${(rest >> 8) & 255}.${rest & 255}`;
}

const PUBLIC: NetworkClass = { name: 'public', first: /^/, size: 515 + 16 * 65_536, network: publicNetwork };

function v6Class(name: string, first: RegExp, prefix: string): NetworkClass {
  return { name, first, size: 65_535 * 65_535, network: (at) => `${prefix}:${v6Groups(at)}::` };
}

function v6Groups(at: number): string {
  return `${Math.floor(at / 65_535).toString(16)}:${((at % 65_535) + 1).toString(16)}`;
}

const PRIVATE_V6: readonly NetworkClass[] = [
  v6Class('fe80', /^fe[89ab][0-9a-f]:/, 'fe80:0'),
  v6Class('fc', /^f[cd][0-9a-f]{2}:/, 'fd00:0'),
];
const PUBLIC_V6 = v6Class('public 6', /^/, '2001:db8');

function classOf({ version, network }: Network): NetworkClass {
  if (version === 6) return PRIVATE_V6.find(({ first }) => first.test(`${network}:`)) ?? PUBLIC_V6;
  return PRIVATE.find(({ first }) => first.test(`${network}.`)) ?? PUBLIC;
}

/** How far the networks of a class are given out: first those that stand in no log, then the rest. */
interface Standing {
  fresh: number;
  rest: number;
}

/**
 * Addresses in the place of others: networks in the order in which they are seen, and in each the addresses likewise. So two
 * addresses of one /24 or /64 have one in the copy, too.
 */
export class AddressNames {
  readonly #seen = new Set<string>();
  readonly #networks = new Map<string, string>();
  readonly #given = new Set<string>();
  readonly #standing = new Map<string, Standing>();
  readonly #inNetwork = new Map<string, number>();

  /** Takes down that an address stands in a log: its network is given to another one only if no other is left. */
  see(original: string): void {
    const network = networkOf(original);
    if (network !== undefined) this.#seen.add(prefixOf(network, original));
  }

  /** Takes up what an earlier copy has given out. */
  resume(original: string, pseudonym: string): void {
    const from = networkOf(original);
    const to = networkOf(pseudonym);
    if (from === undefined || to === undefined) return;
    this.#networks.set(from.network, prefixOf(to, pseudonym));
    this.#given.add(prefixOf(to, pseudonym));
    this.#next(from);
  }

  /** The next address in the network that stands for that of another one. */
  next(original: string): string {
    const address = networkOf(original);
    if (address === undefined) return original;
    const network = this.#networkFor(address);
    // The first and the last address of a network mean the network itself and all of it.
    if (address.version === 4 && (address.last === 0 || address.last === 255)) return `${network}.${address.last}`;
    const at = this.#next(address);
    return address.version === 4 ? `${network}.${((at - 1) % 254) + 1}` : `${network}${at.toString(16)}`;
  }

  #next({ version, network, last }: Network): number {
    const at = this.#inNetwork.get(network) ?? 0;
    if (version === 4 && (last === 0 || last === 255)) return at;
    this.#inNetwork.set(network, at + 1);
    return at + 1;
  }

  #networkFor(address: Network): string {
    const known = this.#networks.get(address.network);
    if (known !== undefined) return known;
    const made = this.#take(classOf(address));
    this.#networks.set(address.network, made);
    this.#given.add(made);
    return made;
  }

  #take({ name, size, network }: NetworkClass): string {
    const standing = this.#standing.get(name) ?? { fresh: 0, rest: 0 };
    this.#standing.set(name, standing);
    while (standing.fresh < size) {
      const made = network(standing.fresh++);
      if (!this.#given.has(made) && !this.#seen.has(made)) return made;
    }
    while (standing.rest < size) {
      const made = network(standing.rest++);
      if (!this.#given.has(made)) return made;
    }
    return network(0);
  }
}

/** What all addresses of a network begin with: of IPv6 as it is written, so that it goes on as it began. */
function prefixOf({ version, network }: Network, written: string): string {
  return version === 4 ? network : written.replace(/[0-9a-f]*$/, '');
}
