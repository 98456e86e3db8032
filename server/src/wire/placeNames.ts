import { namesApart } from '../core/investigate/namesApart';

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
 * What files and folders are called that stand beside each other, in the order of their uris; not escaped. What differs in
 * nothing that is read as a path has its uri.
 */
export function placesApart(uris: readonly string[]): readonly string[] {
  const names = namesApart(uris.map(wayTo));
  const counts = new Map<string, Set<string>>();
  for (const [at, name] of names.entries()) counts.set(name, (counts.get(name) ?? new Set()).add(uris[at] ?? ''));
  return names.map((name, at) => ((counts.get(name)?.size ?? 0) > 1 ? readable(uris[at] ?? '') : name));
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
