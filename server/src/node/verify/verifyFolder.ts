import { filePageLink, toMarkdown } from '../../core';
import {
  ofChosen,
  type SeenFile,
  verdictInShort,
  verdictOn,
  verificationPage,
  verifyFiles,
} from '../../core/verify/integrity';
import type { HearHashing, VerifiedFolder, VerifyFolder } from '../../host/fileIntegrity';
import type { Stoppable } from '../../host/logFiles';
import { pathOfUri, pathText } from '../filePath';
import { walk } from '../scan/walk';
import { publicKeysIn, SIGNATURES, signaturesIn } from './given';
import { NOT_READ } from './hashFile';
import { Hashing } from './hashing';
import type { PublicKeys } from './publicKeys';

/**
 * Holds all files of a folder, or some of them, against the digests among them.
 *
 * @param workerFile the bundle that threads run
 * @returns undefined when it was called off; as a text, a sentence that says why it can't be done
 */
export async function verifyFolder(
  { uri, files, name, publicKeys, limits }: VerifyFolder,
  workerFile: string,
  tell: HearHashing,
  stop: Stoppable,
): Promise<VerifiedFolder | string | undefined> {
  const keys = publicKeys === undefined ? undefined : await keysOf(publicKeys);
  if (typeof keys === 'string') return keys;
  const notes = (keys?.problems ?? []).map((problem) => `The file of public keys: ${problem}`);
  const hashing = new Hashing({ limits, part: 'content', workerFile, stop, progress: tell });
  const root = uri.replace(/\/*$/, '/');
  const uris = new Map<string, string>();
  const toHash: string[] = [];
  const seen: SeenFile[] = [];
  let signatures: Awaited<ReturnType<typeof signaturesIn>> = new Map();
  for await (const entries of walk(files ?? [uri])) {
    if (stop.isCancellationRequested) return undefined;
    for (const { uri: met, path, left } of entries) {
      const file = fileBelow(root, met);
      if (left?.isFailure === true) notes.push(`${file}: ${left.reason}`);
      if (file === SIGNATURES) signatures = await signaturesIn(path);
      if (uris.has(file) || file === SIGNATURES || met === publicKeys || path.length === 0) continue;
      uris.set(file, met);
      if (left === undefined) toHash[hashing.add(path)] = file;
      else seen.push({ file, content: { failure: left.reason } });
    }
  }
  if (typeof signatures === 'string') {
    notes.push(`${SIGNATURES}: ${signatures}`);
    signatures = new Map();
  }
  const hashed = await hashing.finish();
  if (stop.isCancellationRequested) return undefined;
  for (const [at, file] of toHash.entries()) seen.push({ file, content: hashed[at]?.content ?? { failure: NOT_READ } });
  const all = verifyFiles(seen, { check: keys?.check, signatures });
  const verification = files === undefined ? all : ofChosen(all);
  if (files !== undefined) notes.push(CHOSEN);
  const linkTo = (file: string): string | undefined => {
    const met = uris.get(file);
    return met?.startsWith(root) === true ? filePageLink(0, met.slice(root.length - 1)) : undefined;
  };
  return {
    markdown: toMarkdown(verificationPage(verification, { name, linkTo, isSigned: keys !== undefined, notes })),
    words: verdictInShort(verification),
    verdict: verdictOn(verification),
  };
}

const CHOSEN =
  'Only the files that were chosen were looked at: of logs and digests that they name and lack nothing is said. Verify the folder to learn of those.';

async function keysOf(uri: string): Promise<PublicKeys | string> {
  const path = pathOfUri(uri);
  const keys = path === undefined ? 'it is not on a disk of this machine.' : await publicKeysIn(path);
  return typeof keys === 'string' ? `The file of public keys could not be used: ${keys}` : keys;
}

/** With slashes. */
function fileBelow(root: string, uri: string): string {
  const way = uri.startsWith(root) ? `file:///${uri.slice(root.length)}` : uri;
  const text = pathText(pathOfUri(way) ?? uri);
  return uri.startsWith(root) ? text.replaceAll('\\', '/').replace(/^\/+/, '') : text;
}
