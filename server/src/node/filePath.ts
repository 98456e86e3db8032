import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';

/**
 * A path as the file system takes it. A name is bytes, and on Linux not always UTF-8: such a path is kept as bytes, since
 * as text it would name another file, or none.
 */
export type FilePath = string | Buffer;

/** Bytes as text where they are UTF-8. */
export function filePath(bytes: Buffer): FilePath {
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes;
}

/** @param name of an entry of the folder, as the file system gives it */
export function below(folder: FilePath, name: Buffer): FilePath {
  const separator = endsInSeparator(folder) ? '' : sep;
  if (typeof folder === 'string' && isUtf8(name)) return `${folder}${separator}${name.toString('utf8')}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from(separator), name]);
}

function endsInSeparator(folder: FilePath): boolean {
  const last = typeof folder === 'string' ? folder.slice(-1) : String.fromCharCode(folder.at(-1) ?? 0);
  return last === '/' || (process.platform === 'win32' && last === '\\');
}

/**
 * The uri of an absolute path, character for character as VS Code writes it, so that a file on disk and the same file in an
 * editor have one name. Bytes that are no text are kept: every path has its own uri.
 */
export function uriOfPath(path: FilePath): string {
  const isWindows = process.platform === 'win32';
  const slashed = isWindows ? path.toString().replaceAll('\\', '/') : path;
  if (isWindows && typeof slashed === 'string') {
    const share = /^\/\/([^/]+)(.*)$/.exec(slashed);
    if (share !== null) return `file://${encoded(share[1] ?? '')}${encoded(share[2] ?? '')}`;
    return `file:///${encoded(slashed.replace(/^[A-Z](?=:)/, (drive) => drive.toLowerCase()))}`;
  }
  return `file://${encoded(slashed)}`;
}

const PLAIN = /^[A-Za-z0-9\-._~/]*$/;

function encoded(path: FilePath): string {
  if (typeof path === 'string' && PLAIN.test(path)) return path;
  let text = '';
  for (const byte of Buffer.from(path)) {
    const character = String.fromCharCode(byte);
    text += PLAIN.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}

/** A uri of this machine begins so. */
const LOCAL = 'file://';

/** The path that a uri names; undefined when it is not one of a file on this machine. */
export function pathOfUri(uri: string): FilePath | undefined {
  // Nearly every path is written as it is.
  const way = uri.slice(LOCAL.length);
  if (process.platform !== 'win32' && uri.startsWith(LOCAL) && way.startsWith('/') && PLAIN.test(way)) return way;
  const parts = /^file:\/\/([^/?#]*)(\/[^?#]*)$/i.exec(uri);
  if (parts === null) return undefined;
  const [, host = '', path = ''] = parts;
  const bytes = decoded(path);
  // No file system has a name with this byte, and the one that is cut off there is another.
  if (bytes.includes(0)) return undefined;
  if (process.platform !== 'win32') return host === '' || host === 'localhost' ? filePath(bytes) : undefined;
  const text = bytes.toString('utf8').replaceAll('/', '\\');
  return host === '' ? text.replace(/^\\(?=[A-Za-z]:)/, '') : `\\\\${host}${text}`;
}

function decoded(path: string): Buffer {
  const bytes: number[] = [];
  for (const piece of path.split(/(%[0-9a-f]{2})/i)) {
    if (/^%[0-9a-f]{2}$/i.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 16));
    else for (const byte of Buffer.from(piece)) bytes.push(byte);
  }
  return Buffer.from(bytes);
}

/** A path for people to read: bytes that are no text are written as `\xff`. Not escaped: names are an attacker's pen, too. */
export function pathText(path: FilePath): string {
  if (typeof path === 'string') return path;
  let text = '';
  for (let start = 0; start < path.length; ) {
    const length = [1, 2, 3, 4].find(
      (many) => start + many <= path.length && isUtf8(path.subarray(start, start + many)),
    );
    text +=
      length === undefined
        ? `\\x${(path[start] ?? 0).toString(16).padStart(2, '0')}`
        : path.toString('utf8', start, start + length);
    start += length ?? 1;
  }
  return text;
}
