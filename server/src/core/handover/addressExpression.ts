import { type AddressRange, addressNamed, onlyThis, rangeNamed } from '../explain/values/addresses';

/** A regular expression for texts in small letters, and whether it takes other texts than those of the range, too. */
export interface AddressExpression {
  readonly expression: string;
  readonly isWider: boolean;
}

const ANY_OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';

/** The addresses that a text asks for beside itself; undefined for a text that is neither an address nor a range. */
export function addressExpression(text: string): AddressExpression | undefined {
  const address = addressNamed(text);
  const range = address === undefined ? rangeNamed(text) : onlyThis(address);
  if (range === undefined) return undefined;
  return range.base.kind() === 'ipv4' ? { expression: ofIPv4(range), isWider: false } : ofIPv6(range);
}

/** The addresses that the internet does not route. */
export const PRIVATE_ADDRESSES: readonly string[] = [
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '169.254.0.0/16', '100.64.0.0/10'],
];
export const PRIVATE_IPV6 = '^(?:f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|(?:0{1,4}:){7}0{0,3}1$|(?:0{1,4}:){0,6}:0{0,3}1$)';

/** Octet by octet; one that IPv6 carries is written with dots, too. */
function ofIPv4({ base, bits }: AddressRange): string {
  const octets = base.toByteArray().map((octet, at) => {
    const fixed = Math.min(8, Math.max(0, bits - at * 8));
    if (fixed === 0) return ANY_OCTET;
    const size = 2 ** (8 - fixed);
    const first = octet - (octet % size);
    const each = Array.from({ length: size }, (_, more) => String(first + more));
    return each.length === 1 ? `${first}` : `(?:${each.join('|')})`;
  });
  return `^(?:::ffff:)?${octets.join('[.]')}$`;
}

/** Its first groups, up to one that can be left out in writing: what is behind is not asked. */
function ofIPv6({ base, bits }: AddressRange): AddressExpression {
  const bytes = base.toByteArray();
  const groups: string[] = [];
  let at = 0;
  for (; at + 16 <= bits; at += 16) {
    const group = (bytes[at / 8] ?? 0) * 256 + (bytes[at / 8 + 1] ?? 0);
    if (group === 0) break;
    groups.push(group.toString(16));
  }
  const behind = at === 128 ? '$' : ':';
  const expression = groups.length === 0 ? ':' : `^${groups.map((group) => `0{0,3}${group}`).join(':')}${behind}`;
  return { expression, isWider: at !== bits || groups.length === 0 };
}
