import { ARN, findInArn } from './arn';
import type { Find } from './found';
import { findInHost } from './hosts';
import { findName } from './names';

const URL = /^([a-z][a-z0-9+.-]{1,15}):\/\/(?:([^/?#@\s]*)@)?([^/?#\s]*)([^\s]*)$/i;
/** Hosts on which the way tells of no customer. */
const OF_AMAZON = /(?:^|\.)(?:aws\.amazon\.com|amazon\.com|aws\.dev)(?::\d+)?$/i;

/** Whether a text is a URL and nothing else. */
export function isUrl(text: string): boolean {
  return URL.test(text);
}

/**
 * What identifies somebody in a URL: who signs in, the host, the parts of the way, the values of the query.
 *
 * @param base offset of the URL in the text it stands in
 */
export function findInUrl(url: string, base: number, find: Find): void {
  const [, scheme = '', login, authority = '', rest = ''] = URL.exec(url) ?? [];
  let at = base + scheme.length + 3;
  if (login !== undefined) {
    if (login !== '') find({ start: at, end: at + login.length, as: 'secret', original: login });
    at += login.length + 1;
  }
  const host = authority.replace(/:\d*$/, '');
  // Of s3:// the host is a bucket.
  if (host.includes('.') && scheme !== 's3') findHost(host, at, find);
  else if (host !== '' && !ARN.test(host)) findName(host, at, find);
  findOnTheWay(rest, at + authority.length, !OF_AMAZON.test(authority), find);
}

function findHost(host: string, at: number, find: Find): void {
  if (/^[\d.]+$/.test(host)) findName(host, at, find);
  else findInHost(host, at, find);
}

/** Parts of a way are names; of a query the values are. */
function findOnTheWay(rest: string, base: number, namesParts: boolean, find: Find): void {
  const query = rest.indexOf('?');
  const end = query < 0 ? rest.length : query;
  const part = /[^/?#&=]+/g;
  for (let next = part.exec(rest); next !== null; next = part.exec(rest)) {
    const [text] = next;
    const isValue = next.index > end ? rest.charAt(next.index - 1) === '=' : namesParts;
    if (!isValue) continue;
    const { index } = next;
    if (ARN.test(text)) findInArn(text, base + index, find);
    else findName(text, base + index, find);
  }
}
