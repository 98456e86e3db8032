import path from 'node:path';
import {
  hasFaults,
  type SeenFile,
  type SignatureCheck,
  type Signatures,
  verificationData,
  verificationText,
  verifyFiles,
} from '../../core/verify/integrity';
import { type FilePath, uriOfPath } from '../filePath';
import { publicKeysIn, SIGNATURES, signaturesIn } from '../verify/given';
import { NOT_READ } from '../verify/hashFile';
import { Hashing } from '../verify/hashing';
import type { CommandContext } from './commandContext';
import { jsonText } from './json';
import { placedFiles } from './placedFiles';
import type { Verifying } from './verifyArguments';

/**
 * Holds files against the digests among them.
 *
 * @param workerFile the bundle that threads run
 */
export async function verify(
  { files: words, json, limits, publicKeys, signatures }: Verifying,
  around: CommandContext,
  workerFile: string,
): Promise<{ readonly hasFaults: boolean; readonly isIncomplete: boolean }> {
  const { output, progress, stop } = around;
  const keys = await checkBy(publicKeys, around);
  const given = [publicKeys, signatures].flatMap((file) => (file === undefined ? [] : [uriOfPath(path.resolve(file))]));
  const hashing = new Hashing({
    limits,
    part: 'content',
    workerFile,
    stop,
    progress: (done, of) => progress.tell(() => `${done} of ${of} files hashed`),
  });
  const toHash: string[] = [];
  const seen: SeenFile[] = [];
  const atPlaces = new Map<string, FilePath>();
  const isPartlyMet = await placedFiles(words, around, ({ file, uri, path: at, isAtPlace, failure }) => {
    if (isAtPlace && (file === SIGNATURES || file.endsWith(`/${SIGNATURES}`))) atPlaces.set(file, at);
    else if (given.includes(uri)) return;
    else if (failure === undefined) toHash[hashing.add(at)] = file;
    else seen.push({ file, content: { failure } });
  });
  const kept = await signaturesOf(signatures, atPlaces, around);
  const hashed = await hashing.finish();
  progress.clear();
  let isUnread = false;
  for (const [at, file] of toHash.entries()) {
    const { content = { failure: NOT_READ } } = hashed[at] ?? {};
    seen.push({ file, content });
    if (!('failure' in content)) continue;
    isUnread = true;
    await around.complain(file, content.failure);
  }
  const verification = verifyFiles(seen, { check: keys.check, signatures: kept.signatures });
  if (json) await output.write(`${jsonText(verificationData(verification))}\n`);
  else for (const line of verificationText(verification)) await output.write(`${line}\n`);
  return {
    hasFaults: hasFaults(verification),
    isIncomplete: isPartlyMet || isUnread || keys.isIncomplete || kept.isIncomplete || stop.isCancellationRequested,
  };
}

async function checkBy(
  file: string | undefined,
  around: CommandContext,
): Promise<{ readonly check: SignatureCheck | undefined; readonly isIncomplete: boolean }> {
  if (file === undefined) return { check: undefined, isIncomplete: false };
  const keys = await publicKeysIn(file);
  if (typeof keys === 'string') {
    await around.complain(file, keys);
    return { check: undefined, isIncomplete: true };
  }
  const { check, problems } = keys;
  for (const problem of problems) await around.complain(file, problem);
  return { check, isIncomplete: problems.length > 0 };
}

/** @param atPlaces what is called like a file of signatures, by name: one for each place that was named */
async function signaturesOf(
  given: string | undefined,
  atPlaces: ReadonlyMap<string, FilePath>,
  around: CommandContext,
): Promise<{ readonly signatures: Signatures; readonly isIncomplete: boolean }> {
  const all = new Map<string, string>();
  let isIncomplete = false;
  for (const [name, file] of given === undefined ? atPlaces : [[given, given] as const]) {
    const signatures = await signaturesIn(file);
    if (typeof signatures === 'string') {
      isIncomplete = true;
      await around.complain(name, signatures);
    } else for (const [key, signature] of signatures) all.set(key, signature);
  }
  return { signatures: all, isIncomplete };
}
