import type { Act } from '../act';
import { type Network, networkOf } from './network';

/** What was done with one key from addresses of one version, as it happened. */
export interface KeyInNetworks {
  /** Positions among all acts, ascending. */
  readonly acts: number[];
  /** The network of each of them, by a number. */
  readonly networks: number[];
  /** The time of each of them. */
  readonly times: number[];
}

/** All keys that were used in more than one network. Services and addresses that only mean something inside of a network are left out. */
export function keysInNetworks(acts: readonly Act[]): readonly KeyInNetworks[] {
  const numbers = new NetworkNumbers();
  const keys = keysThatMove(acts, numbers);
  if (keys.size === 0) return [];
  for (const [position, { row, time }] of acts.entries()) {
    const ofKey = keys.get(row.accessKey);
    if (ofKey === undefined) continue;
    const network = numbers.of(row.address);
    if (network === undefined || !Number.isFinite(time)) continue;
    const known = ofKey[network.version];
    known.acts.push(position);
    known.networks.push(network.number);
    known.times.push(time);
  }
  return Array.from(keys.values())
    .flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6])
    .filter(({ networks }) => networks.some((network) => network !== networks[0]));
}

interface OfKey {
  readonly ipv4: KeyInNetworks;
  readonly ipv6: KeyInNetworks;
}

/** Most keys stay where they are: nothing is kept of those. In the order in which they are met. */
function keysThatMove(acts: readonly Act[], numbers: NetworkNumbers): ReadonlyMap<string, OfKey> {
  const addresses = new Map<string, string>();
  const moving = new Map<string, OfKey>();
  for (const { row } of acts) {
    const { accessKey, address } = row;
    const first = addresses.get(accessKey);
    if (first === undefined) {
      if (accessKey !== '' && numbers.of(address) !== undefined) addresses.set(accessKey, address);
    } else if (first !== address && !moving.has(accessKey)) {
      const [one, other] = [numbers.of(first), numbers.of(address)];
      if (one !== undefined && other !== undefined && one.number !== other.number)
        moving.set(accessKey, { ipv4: unused(), ipv6: unused() });
    }
  }
  return moving;
}

function unused(): KeyInNetworks {
  return { acts: [], networks: [], times: [] };
}

interface NumberedNetwork extends Network {
  readonly number: number;
}

/** Networks by number; each address is read once. */
class NetworkNumbers {
  readonly #ofAddresses = new Map<string, NumberedNetwork | undefined>();
  readonly #numbers = new Map<string, number>();

  of(address: string): NumberedNetwork | undefined {
    const known = this.#ofAddresses.get(address);
    if (known !== undefined || this.#ofAddresses.has(address)) return known;
    const network = networkOf(address);
    const numbered = network && { ...network, number: this.#numberOf(network) };
    this.#ofAddresses.set(address, numbered);
    return numbered;
  }

  #numberOf({ version, network }: Network): number {
    const text = `${version} ${network}`;
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}
