import { once } from '../../once';
import { type AddressRange, addressNamed, isWithin, rangeNamed } from './addresses';

/** What the range of an IP address tells. No list of owners: the log alone can't say who uses a public address. */

type Meant = readonly [range: string, meaning: string];

const documentation =
  'An address reserved for documentation and examples: no real machine has it, so the log is an example or was anonymised.';
const privately =
  'A private address, inside a company or a VPC: the call went through a VPC endpoint or a proxy, and the outside address is not in the log.';

/** The first range that holds an address tells what it is. */
const RANGES: readonly Meant[] = [
  ['0.0.0.0/32', 'No address: the log was probably anonymised.'],
  ['0.0.0.0/8', 'An address without a place on the Internet.'],
  ['10.0.0.0/8', privately],
  ['100.64.0.0/10', "An address inside a provider's network, shared by many customers; it also serves inside VPCs."],
  [
    '127.0.0.0/8',
    "The machine itself (loopback). A caller of AWS can't have it: the log was probably altered or anonymised.",
  ],
  ['169.254.0.0/16', 'A link-local address, which never leaves its own network.'],
  ['172.16.0.0/12', privately],
  ['192.0.2.0/24', documentation],
  ['192.168.0.0/16', privately],
  ['198.18.0.0/15', 'An address reserved for measuring networks.'],
  ['198.51.100.0/24', documentation],
  ['203.0.113.0/24', documentation],
  ['224.0.0.0/4', 'A multicast address, which no caller can have.'],
  ['240.0.0.0/4', 'A reserved address, which no caller can have.'],
  ['::/128', 'No address: the log was probably anonymised.'],
  [
    '::1/128',
    "The machine itself (loopback). A caller of AWS can't have it: the log was probably altered or anonymised.",
  ],
  ['2001:db8::/32', documentation],
  ['3fff::/20', documentation],
  ['fc00::/7', privately],
  ['fe80::/10', 'A link-local address, which never leaves its own network.'],
  ['ff00::/8', 'A multicast address, which no caller can have.'],
];

const PUBLIC =
  "An ordinary public %. The log can't tell who uses it or where: ask a registry of addresses, and compare with the other events of the same identity.";

/** Read when an address is first met: most logs are shown without a hover on one. */
const ranges = once(() =>
  RANGES.flatMap(([text, meaning]): readonly { readonly range: AddressRange; readonly meaning: string }[] => {
    const range = rangeNamed(text);
    return range === undefined ? [] : [{ range, meaning }];
  }),
);

/** @returns one or two sentences; undefined for a text that is no address */
export function addressKind(text: string): string | undefined {
  const address = addressNamed(text);
  if (address === undefined) return undefined;
  const known = ranges().find(({ range }) => isWithin(address, range))?.meaning;
  if (known !== undefined) return known;
  if (address.kind() === 'ipv6') return PUBLIC.replace('%', 'IPv6 address');
  return PUBLIC.replace('%', text.includes(':') ? 'IPv4 address, written as IPv6' : 'IPv4 address');
}
