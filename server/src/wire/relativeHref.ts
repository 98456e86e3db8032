/**
 * The way from a file to another one, as a link of Markdown and HTML: `../logs/a%20b.json`. Nothing in it needs an escape.
 *
 * @param from uri of the file that the link stands in
 * @param to uri of the file that it leads to
 * @returns undefined where no relative way leads there: another scheme, host or drive, or a uri that can't be read
 */
export function relativeHref(from: string, to: string): string | undefined {
  const [here, there] = [placeOf(from), placeOf(to)];
  if (here === undefined || there === undefined || here.root !== there.root) return undefined;
  const folders = here.names.slice(0, -1);
  let shared = 0;
  while (shared < folders.length && shared < there.names.length - 1 && folders[shared] === there.names[shared])
    shared++;
  const up = folders.slice(shared).map(() => '..');
  const down = there.names.slice(shared).map(encoded);
  // A name with a colon would be read as a scheme.
  return up.length === 0 ? `./${down.join('/')}` : [...up, ...down].join('/');
}

interface Place {
  /** Scheme, host and drive. */
  readonly root: string;
  /** Names of folders and of the file, decoded. */
  readonly names: readonly string[];
}

const URI = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)\/([^?#]*)(\?[^#]*)?/i;

function placeOf(uri: string): Place | undefined {
  const [, scheme = '', host = '', path = '', query = ''] = URI.exec(uri) ?? [];
  if (scheme === '') return undefined;
  try {
    const names = path.split('/').map(decodeURIComponent);
    // A slash in a name is none between names.
    if (names.some((name) => name.includes('/') || name === '' || name === '.' || name === '..')) return undefined;
    const [first = ''] = names;
    const drive = /^[a-z]:$/i.test(first) ? first.toLowerCase() : '';
    const all = drive === '' ? names : names.slice(1);
    return { root: JSON.stringify([scheme.toLowerCase(), host.toLowerCase(), drive, query]), names: all };
  } catch {
    return undefined;
  }
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** How a file names another one: the way to it, else its uri. */
export function hrefTo(from: string, to: string): string {
  return relativeHref(from, to) ?? to;
}

/** Samples lie in the extension, wherever somebody has it. */
const SAMPLE = /^workmail-sample:\/[^/?#]/;

/**
 * The file that another one names with `hrefTo`. Whoever wrote it may be an attacker: no way leads to another machine, since asking for such a
 * file tells that machine who asks.
 *
 * @returns undefined where it leads elsewhere, or nowhere
 */
export function uriBehind(from: string, href: string): string | undefined {
  const here = URI.exec(from);
  if (here === null) return undefined;
  const [, scheme = '', host = '', path = '', query = ''] = here;
  if (!/^\.\.?\//.test(href)) {
    const isHere = placeOf(href)?.root === placeOf(from)?.root && href.startsWith(`${scheme}://${host}/`);
    return isHere || /^file:\/\/\/[^/]/i.test(href) || SAMPLE.test(href) ? href : undefined;
  }
  const names = path.split('/').slice(0, -1);
  for (const name of href.split('/')) {
    if (name === '.') continue;
    if (name === '..') {
      if (names.pop() === undefined) return undefined;
    } else names.push(name);
  }
  const uri = `${scheme}://${host}/${names.join('/')}${query}`;
  return placeOf(uri) === undefined ? undefined : uri;
}
