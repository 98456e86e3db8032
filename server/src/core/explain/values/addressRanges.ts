/** What the range of an IP address tells. No list of owners: the log alone can't say who uses a public address. */

type Range = readonly [network: string, bits: number, meaning: string];

const documentation =
  'An address reserved for documentation and examples: no real machine has it, so the log is an example or was anonymised.';
const privately =
  'A private address, inside a company or a VPC: the call went through a VPC endpoint or a proxy, and the outside address is not in the log.';

const V4: readonly Range[] = [
  ['0.0.0.0', 32, 'No address: the log was probably anonymised.'],
  ['0.0.0.0', 8, 'An address without a place on the Internet.'],
  ['10.0.0.0', 8, privately],
  ['100.64.0.0', 10, "An address inside a provider's network, shared by many customers; it also serves inside VPCs."],
  [
    '127.0.0.0',
    8,
    "The machine itself (loopback). A caller of AWS can't have it: the log was probably altered or anonymised.",
  ],
  ['169.254.0.0', 16, 'A link-local address, which never leaves its own network.'],
  ['172.16.0.0', 12, privately],
  ['192.0.2.0', 24, documentation],
  ['192.168.0.0', 16, privately],
  ['198.18.0.0', 15, 'An address reserved for measuring networks.'],
  ['198.51.100.0', 24, documentation],
  ['203.0.113.0', 24, documentation],
  ['224.0.0.0', 4, 'A multicast address, which no caller can have.'],
  ['240.0.0.0', 4, 'A reserved address, which no caller can have.'],
];

const V6: readonly Range[] = [
  ['::', 128, 'No address: the log was probably anonymised.'],
  [
    '::1',
    128,
    "The machine itself (loopback). A caller of AWS can't have it: the log was probably altered or anonymised.",
  ],
  ['2001:db8::', 32, documentation],
  ['3fff::', 20, documentation],
  ['fc00::', 7, privately],
  ['fe80::', 10, 'A link-local address, which never leaves its own network.'],
  ['ff00::', 8, 'A multicast address, which no caller can have.'],
];

const PUBLIC =
  "An ordinary public %. The log can't tell who uses it or where: ask a registry of addresses, and compare with the other events of the same identity.";

/** @returns one or two sentences; undefined for a text that is no address */
export function addressKind(text: string): string | undefined {
  const v4 = parseV4(text);
  if (v4 !== undefined) return within(V4, v4, parseV4) ?? PUBLIC.replace('%', 'IPv4 address');
  const v6 = parseV6(text);
  if (v6 === undefined) return undefined;
  const mapped = v6.slice(0, 5).every((group) => group === 0) && v6[5] === 0xffff ? v6.slice(6) : undefined;
  if (mapped !== undefined) return within(V4, mapped, parseV4) ?? PUBLIC.replace('%', 'IPv4 address, written as IPv6');
  return within(V6, v6, parseV6) ?? PUBLIC.replace('%', 'IPv6 address');
}

type Groups = readonly number[];

function within(
  ranges: readonly Range[],
  address: Groups,
  parse: (text: string) => Groups | undefined,
): string | undefined {
  return ranges.find(([network, bits]) => sameNetwork(address, parse(network) ?? [], bits))?.[2];
}

function sameNetwork(left: Groups, right: Groups, bits: number): boolean {
  return left.every((group, position) => {
    const bitsOfGroup = Math.min(16, Math.max(0, bits - position * 16));
    const mask = (0xffff << (16 - bitsOfGroup)) & 0xffff;
    return (group & mask) === ((right[position] ?? 0) & mask);
  });
}

/** Both halves of an IPv4 address. */
function parseV4(text: string): Groups | undefined {
  if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return bytes.every((byte) => byte < 256) ? [a * 256 + b, c * 256 + d] : undefined;
}

/** The eight groups of an IPv6 address. */
function parseV6(text: string): Groups | undefined {
  if (text.length > 45 || !/^[0-9a-f:.]+$/i.test(text) || !text.includes(':')) return undefined;
  const [head = '', tail, ...more] = text.split('::');
  const first = groups(head);
  const last = tail === undefined ? [] : groups(tail);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const missing = 8 - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...first, ...Array.from({ length: missing }, () => 0), ...last];
}

function groups(text: string): Groups | undefined {
  if (text === '') return [];
  const pieces = text.split(':');
  const v4 = parseV4(pieces.at(-1) ?? '');
  const plain = v4 === undefined ? pieces : pieces.slice(0, -1);
  if (!plain.every((piece) => /^[0-9a-f]{1,4}$/i.test(piece))) return undefined;
  return [...plain.map((piece) => Number.parseInt(piece, 16)), ...(v4 ?? [])];
}
