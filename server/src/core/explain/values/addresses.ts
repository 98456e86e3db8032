import { IPv4, IPv6 } from 'ipaddr.js';

/** An address of either version; IPv4 that IPv6 carries (`::ffff:192.0.2.1`) is taken for IPv4. */
export type Address = IPv4 | IPv6;

/** A range of addresses: those that have the first bits of one of them. */
export interface AddressRange {
  readonly base: Address;
  readonly bits: number;
}

/** The longest text that is an address, with the name of an interface behind it. */
const MAX_LENGTH = 64;

/**
 * The address that a text writes, undefined where it is none. IPv4 is four decimal numbers: what else `inet_aton` takes
 * (`127.1`, `0x7f000001`, leading zeros that mean octal) no record of CloudTrail has, and people read it differently.
 */
export function addressNamed(text: string): Address | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (!text.includes(':')) return IPv4.isValidFourPartDecimal(text) ? IPv4.parse(text) : undefined;
  if (!IPv6.isValid(text)) return undefined;
  const address = IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** The range that a text writes in CIDR notation, whatever its other bits are: `10.0.0.0/8`, `2001:db8::/32`. */
export function rangeNamed(text: string): AddressRange | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (!text.includes(':')) {
    const [base, bits] = IPv4.isValidCIDRFourPartDecimal(text) ? IPv4.parseCIDR(text) : [];
    return base === undefined || bits === undefined ? undefined : { base, bits };
  }
  if (!IPv6.isValidCIDR(text)) return undefined;
  const [base, bits] = IPv6.parseCIDR(text);
  return base.isIPv4MappedAddress() && bits >= 96 ? { base: base.toIPv4Address(), bits: bits - 96 } : { base, bits };
}

/** Whether an address lies in a range; of the other version it never does. */
export function isWithin(address: Address, { base, bits }: AddressRange): boolean {
  return address.kind() === base.kind() && address.match(base, bits);
}

/** The range of one address, which holds it however it is written. */
export function onlyThis(address: Address): AddressRange {
  return { base: address, bits: address.kind() === 'ipv4' ? 32 : 128 };
}

const UNROUTED: ReadonlySet<string> = new Set(['private', 'uniqueLocal', 'loopback', 'linkLocal', 'carrierGradeNat']);

/** Whether a text is an address that only means something inside a network or a machine. */
export function isPrivate(text: string): boolean {
  const address = addressNamed(text);
  return address !== undefined && UNROUTED.has(address.range());
}

/** Whether AWS itself stands in the place of an address: `workmail.amazonaws.com`, `AWS Internal`, `AWS Internal/3`. */
export function isOfAws(text: string): boolean {
  const lower = text.toLowerCase();
  return lower.endsWith('.amazonaws.com') || lower.endsWith('.amazonaws.com.cn') || lower.startsWith('aws internal');
}
