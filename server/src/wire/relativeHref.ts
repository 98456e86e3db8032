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
