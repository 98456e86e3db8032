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

/** What is counted of a key while acts are gone over. */
interface OfKey {
  readonly ipv4: KeyInNetworks;
  readonly ipv6: KeyInNetworks;
}

/** All keys that were used in more than one network. Services and addresses that only mean something inside of a network are left out. */
export function keysInNetworks(acts: readonly Act[]): readonly KeyInNetworks[] {
  const keys = new Map<string, OfKey>();
  const numbers = new NetworkNumbers();
  for (const [position, { row }] of acts.entries()) {
    const { accessKey } = row;
    if (accessKey === '') continue;
    const network = numbers.of(row.address);
    const { time } = row;
    if (network === undefined || Number.isNaN(time)) continue;
    let ofKey = keys.get(accessKey);
    if (ofKey === undefined) {
      ofKey = { ipv4: unused(), ipv6: unused() };
      keys.set(accessKey, ofKey);
    }
    const known = ofKey[network.version];
    known.acts.push(position);
    known.networks.push(network.number);
    known.times.push(time);
  }
  return Array.from(keys.values())
    .flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6])
    .filter(({ networks }) => networks.some((network) => network !== networks[0]));
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
