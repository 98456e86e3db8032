import { once } from '../once';
import { ARN, findInArn } from './arn';
import { redactionWords } from './fieldKinds';
import { findWholeForm, idPrefixes } from './forms';
import type { Find } from './found';
import { findInHost } from './hosts';
import { findName } from './names';
import { findInUrl } from './url';

/**
 * What is told by its form in running text, whatever escapes it is written with. Every part is bounded, and what is no form is
 * passed over word by word, so that the time grows with the text alone.
 */
const tokens = /* @__PURE__ */ once(() => {
  const rest = '[^\\s"\'`\\\\,;<>()\\[\\]{}|]';
  const parts: readonly string[] = [
    // Escapes of JSON and of URLs: the letter of one is no part of the word behind it.
    '\\\\+(?:u[0-9A-Fa-f]{4}|[bfnrt"\'/]?)',
    '%(?:25)*[0-9A-Fa-f]{2}',
    `(?<arn>arn:aws[a-z-]{0,12}:[a-z0-9-]{0,40}:[a-z0-9-]{0,30}:(?:\\d{12}|aws)?:${rest}{1,1024})`,
    `(?<url>[a-z][a-z0-9+.]{1,15}:\\/\\/${rest}{1,2048})`,
    '(?<mail>[\\p{L}\\p{N}._+\\-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24})',
    '(?<secret>eyJ[A-Za-z0-9_-]{8,4096}\\.[A-Za-z0-9_-]{8,4096}(?:\\.[A-Za-z0-9_-]{0,4096})?|-----BEGIN [A-Z ]{1,40}-----)',
    '(?<key>(?=[A-Za-z0-9+/]{0,39}[a-z])(?=[A-Za-z0-9+/]{0,39}[A-Z])(?=[A-Za-z0-9+/]{0,39}\\d)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=]))',
    '(?<form>[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![\\w-])' +
      `|(?:${idPrefixes().pattern})[A-Z0-9]{12,124}(?![A-Za-z0-9])` +
      '|S-1(?:-\\d{1,15}){2,12}' +
      '|[a-z]{1,12}-[0-9a-f]{6,40}(?:EXAMPLE)?(?![A-Za-z0-9])' +
      '|(?<![\\d./-])\\d{12}(?![\\d.])' +
      '|(?<![\\w./-])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.]*\\w)' +
      '|(?<![\\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\\w:]))',
    `(?<host>(?:[A-Za-z0-9_-]{1,63}\\.){1,8}(?:${redactionWords().topLevelDomains.join('|')})(?![\\w-]|\\.\\w))`,
    '[\\p{L}\\p{N}]+',
  ];
  return new RegExp(parts.join('|'), 'gu');
});

/**
 * Finds in running text what has the form of an ARN, a URL, a mail address, an id, an address, a host or a secret.
 *
 * @param base offset of the text in what it stands in
 */
export function findInText(text: string, base: number, find: Find): void {
  for (const { groups, index } of text.matchAll(tokens())) {
    const { arn, url, mail, secret, key, form, host } = groups ?? {};
    const at = base + index;
    if (arn !== undefined) findInArn(withoutEnd(arn), at, find);
    else if (url !== undefined) findUrl(withoutEnd(url), at, find);
    else if (mail !== undefined) findName(mail, at, find);
    else if (form !== undefined) findWholeForm(form, at, find);
    else if (host !== undefined) findInHost(host, at, find);
    else if (secret !== undefined || key !== undefined) {
      const original = secret ?? key ?? '';
      find({ start: at, end: at + original.length, as: 'secret', original });
    }
  }
}

function findUrl(url: string, at: number, find: Find): void {
  if (ARN.test(url)) findInArn(url, at, find);
  else findInUrl(url, at, find);
}

/** What ends a sentence is no part of what stands before it. */
function withoutEnd(text: string): string {
  return text.replace(/[.:!?]{1,8}$/, '');
}
