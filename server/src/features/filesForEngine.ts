import type { CancellationToken } from 'vscode-languageserver';
import type { LogsPlace } from '../core/handover/engineTexts';
import { cancelled } from '../host/cooperate';
import type { LogFiles } from '../host/logFiles';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';

/** A file that an engine may read. */
interface MetFile {
  readonly uri: string;
  readonly isWhole: boolean;
}

/** Files of this machine, as an engine is told of them. */
export interface FilesForEngine {
  readonly places: readonly LogsPlace[];
  readonly files: readonly MetFile[];
}

/** What is left of them without those that an engine would stop at. */
export interface FilesTaken {
  readonly places: readonly LogsPlace[];
  /** Uris of the logs that it reads. */
  readonly read: ReadonlySet<string>;
  /** Paths of the files that are left out. */
  readonly refused: readonly string[];
}

/** A folder of logs, as their paths are told: packed, or plain. */
const ENDINGS = ['.json.gz', '.json'] as const;

/** The folders that were inspected, and the open logs and files beside them, each by its name. */
export function filesForEngine(
  { inspected }: Pick<ServerContext, 'inspected'>,
  logs: readonly { readonly uri: string }[],
): FilesForEngine {
  const folders = inspected.places
    .filter(({ request }) => request.isFolder && isHere(request.uri))
    .map((place) => ({ place, path: `${pathOf(place.request.uri).replace(/\/$/, '')}/` }));
  const outermost = folders.filter(
    ({ path }) => !folders.some((other) => other.path !== path && path.startsWith(other.path)),
  );
  const files = new Map<string, MetFile>();
  for (const { place } of outermost)
    for (const { uri, read } of place.inputs) files.set(pathOf(uri), { uri, isWhole: read.outcome !== 'partly' });
  const paths: string[] = [];
  for (const { uri } of logs) {
    const file = fileOf(uri);
    if (!isHere(file)) continue;
    const path = pathOf(file);
    paths.push(path);
    if (!files.has(path)) files.set(path, { uri: file, isWhole: true });
  }
  const places: LogsPlace[] = [];
  for (const { path } of outermost)
    for (const ending of ENDINGS)
      if (paths.some((each) => each.startsWith(path) && each.endsWith(ending))) places.push({ path, ending });
  for (const path of paths) if (!outermost.some((folder) => path.startsWith(folder.path))) places.push({ path });
  return { places, files: [...files.values()] };
}

/**
 * Leaves out what an engine would stop at. Every file that it would read is read once more, by the letter.
 *
 * @throws ResponseError when it was called off
 */
export async function filesTaken(
  { places, files }: FilesForEngine,
  take: LogFiles['taken'],
  token: CancellationToken,
): Promise<FilesTaken> {
  const left = places.map((place) => ({ place, except: [] as string[], isRead: false }));
  const read = new Set<string>();
  const refused: string[] = [];
  for (const { uri, isWhole } of files) {
    if (token.isCancellationRequested) throw cancelled();
    const path = pathOf(uri);
    const holding = left.find(({ place }) => isBelow(path, place));
    if (holding === undefined) continue;
    const taken = isWhole ? await take(uri) : 'refused';
    if (taken === 'refused') {
      refused.push(path);
      holding.except.push(path);
      continue;
    }
    holding.isRead = true;
    if (taken === 'whole') read.add(uri);
  }
  return {
    places: left.flatMap(({ place, except, isRead }) =>
      !isRead ? [] : [except.length === 0 ? place : { ...place, except }],
    ),
    read,
    refused,
  };
}

/** The file that a log was read from, also where it is shown as a readable view. */
export function fileOf(uri: string): string {
  return readViewUri(uri)?.log ?? uri;
}

function isHere(uri: string): boolean {
  return uri.startsWith('file:///');
}

function isBelow(file: string, { path, ending }: LogsPlace): boolean {
  return ending === undefined ? file === path : file.startsWith(path) && file.endsWith(ending);
}

function pathOf(uri: string): string {
  return plain(uri.slice('file://'.length)).replace(/^\/(?=[A-Za-z]:)/, '');
}

/** A uri without escapes, as far as they can be read. */
export function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
