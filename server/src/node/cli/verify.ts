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
    wantsBytes: false,
    workerFile,
    stop,
    progress: (done, of) => progress.tell(() => `${done} of ${of} files hashed`),
  });
  const toHash: string[] = [];
  const seen: SeenFile[] = [];
  let atPlace: FilePath | undefined;
  const isPartlyMet = await placedFiles(words, around, ({ file, uri, path: at, failure }) => {
    if (file === SIGNATURES) atPlace = at;
    else if (given.includes(uri)) return;
    else if (failure === undefined) toHash[hashing.add(at)] = file;
    else seen.push({ file, content: { failure } });
  });
  const kept = await signaturesOf(signatures, atPlace, around);
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

async function signaturesOf(
  given: string | undefined,
  atPlace: FilePath | undefined,
  around: CommandContext,
): Promise<{ readonly signatures: Signatures; readonly isIncomplete: boolean }> {
  const none = new Map<string, string>();
  const file = given ?? atPlace;
  if (file === undefined) return { signatures: none, isIncomplete: false };
  const signatures = await signaturesIn(file);
  if (typeof signatures !== 'string') return { signatures, isIncomplete: false };
  await around.complain(given ?? SIGNATURES, signatures);
  return { signatures: none, isIncomplete: true };
}
