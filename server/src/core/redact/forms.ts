import { words } from '../../generated/schemas';
import { once } from '../once';
import type { Find, Identifying } from './found';
import { isPlainAddress, networkOf } from './ipAddress';

/** The ids of AWS that are told by their form, and addresses: what each looks like as a whole. */

const UUID = /^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/;
const SECURITY_ID = /^S-1(?:-\d{1,15}){2,12}$/;
/** `m-` of WorkMail, `vpce-`, `i-` and their like; AWS's examples end with EXAMPLE. */
const PREFIXED = /^[a-z]{1,12}-(?=[a-f]*\d)[0-9a-f]{6,40}(?:EXAMPLE)?$/;
const RANGE = /^([0-9A-Fa-f.:]{2,45})(?:\/\d{1,3})?$/;

/** The beginnings of unique ids, as the inside of a regular expression: `AKIA|ASIA|…`. */
export const idPrefixes = /* @__PURE__ */ once(() => ({ pattern: Array.from(words().keyPrefixes.keys()).join('|') }));

const uniqueId = /* @__PURE__ */ once(() => new RegExp(`^(?:${idPrefixes().pattern})[A-Z0-9]{6,124}$`));

/** No form is longer. */
const LONGEST = 130;

/**
 * Finds a text that as a whole is an id or an address by its form, or holds nothing but one.
 *
 * @param base offset of the text in what it stands in
 * @returns whether it is one; an address that names nobody is one, and nothing is found
 */
export function findWholeForm(text: string, base: number, find: Find): boolean {
  if (text.length > LONGEST || text.length < 2) return false;
  const as = formOf(text);
  if (as !== undefined) {
    find({ start: base, end: base + text.length, as, original: text });
    return true;
  }
  const address = RANGE.exec(text)?.[1];
  const network = address === undefined ? undefined : networkOf(address);
  if (address === undefined || network === undefined) return false;
  if (isPlainAddress(address)) return true;
  find({ start: base, end: base + address.length, as: network.version === 4 ? 'v4' : 'v6', original: address });
  return true;
}

function formOf(text: string): Identifying | undefined {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39 && text.length === 12 && /^\d{12}$/.test(text)) return 'account';
  if (text.length === 36 && UUID.test(text)) return 'uuid';
  if (first === 0x41 && uniqueId().test(text)) return 'uniqueId';
  if (first === 0x53 && SECURITY_ID.test(text)) return 'securityId';
  return first >= 0x61 && first <= 0x7a && PREFIXED.test(text) ? 'prefixedId' : undefined;
}
