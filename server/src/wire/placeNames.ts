/** The last part of a uri's path, as a person reads it; not escaped. */
export function lastName(uri: string): string {
  const path = uri.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  return readable(path.slice(path.lastIndexOf('/') + 1));
}

/** How a file below a folder is called: the folder's own name and the way from there. What lies elsewhere has its path. */
export function nameBelow(folder: string, uri: string): string {
  const base = folder.replace(/\/+$/, '');
  if (!uri.startsWith(`${base}/`)) return pathText(uri);
  return `${lastName(base)}${readable(uri.slice(base.length))}`;
}

/**
 * Names that tell files and folders apart, in the order of their uris; not escaped. Each is called by its own name, and two of
 * one name get as much of the folders they lie in as it takes. What differs in nothing that is read as a path has its uri.
 */
export function namesApart(uris: readonly string[]): readonly string[] {
  const ways = uris.map((uri) => wayTo(uri));
  const names = ways.map((way) => way.at(-1) ?? '');
  let same = sharing(names, uris.keys());
  for (let length = 2; same.length > 0; length++) {
    const longer = same.filter((at) => (ways[at]?.length ?? 0) >= length);
    if (longer.length === 0) break;
    for (const at of longer) names[at] = ways[at]?.slice(-length).join('/') ?? '';
    same = sharing(names, same);
  }
  const different = new Set(uris).size === uris.length;
  for (const at of different ? same : []) names[at] = readable(uris[at] ?? '');
  return names;
}

/** Positions of names that stand at more than one of the given positions. */
function sharing(names: readonly string[], positions: Iterable<number>): readonly number[] {
  const byName = new Map<string, number[]>();
  for (const at of positions) {
    const name = names[at] ?? '';
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [at]);
    else known.push(at);
  }
  return Array.from(byName.values())
    .filter(({ length }) => length > 1)
    .flat();
}

/** The folders that lead to a file, and its own name. */
function wayTo(uri: string): readonly string[] {
  const path = uri.replace(/[?#].*$/s, '').replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '');
  return path
    .split('/')
    .filter((name) => name !== '')
    .map(readable);
}

/** The path of a uri, as a person reads it; not escaped. */
export function pathText(uri: string): string {
  return readable(uri.replace(/^[a-z][a-z0-9+.-]*:\/\//i, ''));
}

function readable(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
