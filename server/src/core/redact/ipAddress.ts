/** An address as the network that stays together in a copy, and what tells it apart in there. */
export interface Network {
  readonly version: 4 | 6;
  /** The first 24 bits of an IPv4 address as text with dots; the first 64 of an IPv6 address as four groups. */
  readonly network: string;
  /** The last 8 bits of an IPv4 address. */
  readonly last: number;
}

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const LONGEST_V6 = 45;

/** Reads an address, without a range behind it. Undefined for what is none. */
export function networkOf(text: string): Network | undefined {
  const v4 = V4.exec(text);
  if (v4 !== null) {
    const bytes = v4.slice(1).map(Number);
    if (bytes.some((byte) => byte > 255)) return undefined;
    return { version: 4, network: bytes.slice(0, 3).join('.'), last: bytes[3] ?? 0 };
  }
  const groups = groupsOf(text);
  return groups && { version: 6, network: groups.slice(0, 4).join(':'), last: 0 };
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(text: string): readonly string[] | undefined {
  if (text.length > LONGEST_V6 || !text.includes(':') || !/^[0-9A-Fa-f:]+(?:\d{1,3}(?:\.\d{1,3}){3})?$/.test(text))
    return undefined;
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const first = partsOf(head);
  const last = tail === undefined ? [] : partsOf(tail);
  const missing = 8 - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...first, ...new Array<string>(missing).fill('0'), ...last];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return undefined;
  return groups.map((group) => group.replace(/^0+(?=.)/, ''));
}

function partsOf(text: string): string[] {
  if (text === '') return [];
  const parts = text.toLowerCase().split(':');
  const v4 = V4.exec(parts.at(-1) ?? '');
  if (v4 === null) return parts;
  const [a = 0, b = 0, c = 0, d = 0] = v4.slice(1).map(Number);
  return [...parts.slice(0, -1), (a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}

/** Addresses that mean the same on every machine and name nobody. */
const PLAIN: ReadonlySet<string> = new Set(['0.0.0.0', '127.0.0.1', '255.255.255.255', '169.254.169.254', '::', '::1']);

/** Whether an address stays: it means every machine, or this one. */
export function isPlainAddress(text: string): boolean {
  return PLAIN.has(text) || /^(?:0:){7}[01]$/.test(text);
}
