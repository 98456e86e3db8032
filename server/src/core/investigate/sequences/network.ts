import { addressNamed, isPrivate } from '../../explain/values/addresses';

/** Of an IPv4 address the first 24 bits are of one network, of an IPv6 address the first 48; in bytes. */
const BYTES = { ipv4: 3, ipv6: 6 } as const;

/** The network of an address, and its version: two of different versions are no two places. */
export interface Network {
  readonly version: 'ipv4' | 'ipv6';
  readonly network: string;
}

/** Undefined for names of services and for addresses that only mean something inside a network. */
export function networkOf(text: string): Network | undefined {
  const address = addressNamed(text);
  if (address === undefined || isPrivate(text)) return undefined;
  const version = address.kind();
  return { version, network: address.toByteArray().slice(0, BYTES[version]).join('.') };
}
