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
