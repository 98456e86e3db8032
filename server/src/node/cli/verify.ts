import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  hasFaults,
  readPublicKeyList,
  readSignatures,
  type SeenFile,
  type SignatureCheck,
  type Signatures,
  verificationData,
  verificationText,
  verifyFiles,
} from '../../core/verify/integrity';
import { uriOfPath } from '../filePath';
import { reasonOf } from '../files/reasons';
import { hashFiles } from '../verify/hashFiles';
import { publicKeysOf } from '../verify/publicKeys';
import type { CommandContext } from './commandContext';
import { jsonText } from './json';
import { type PlacedFile, placedFiles } from './placedFiles';
import type { Verifying } from './verifyArguments';

/** Signatures are found under this name at a place. */
const SIGNATURES = 'signatures.json';

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
  const placed = await placedFiles(words, around);
  const keys = await checkBy(publicKeys, around);
  const atPlace = placed.files.find(({ file }) => file === SIGNATURES);
  const kept = await signaturesIn(signatures, atPlace, around);
  const given = [publicKeys, signatures].flatMap((file) => (file === undefined ? [] : [uriOfPath(path.resolve(file))]));
  const wanted = placed.files.filter(({ uri, file }) => !given.includes(uri) && file !== SIGNATURES);
  const toHash = wanted.filter(({ failure }) => failure === undefined);
  const hashed = await hashFiles(toHash, {
    limits,
    wantsBytes: false,
    workerFile,
    stop,
    progress: (done) => progress.tell(() => `${done} of ${toHash.length} files hashed`),
  });
  progress.clear();
  const contents = new Map<string, SeenFile['content']>();
  for (const [at, { file, uri }] of toHash.entries()) {
    const content = hashed[at]?.content ?? { failure: NOT_READ };
    contents.set(uri, content);
    if ('failure' in content) await around.complain(file, content.failure);
  }
  const seen = wanted.map(
    ({ file, uri, failure = NOT_READ }): SeenFile => ({ file, content: contents.get(uri) ?? { failure } }),
  );
  const verification = verifyFiles(seen, { check: keys.check, signatures: kept.signatures });
  if (json) await output.write(`${jsonText(verificationData(verification))}\n`);
  else for (const line of verificationText(verification)) await output.write(`${line}\n`);
  return {
    hasFaults: hasFaults(verification),
    isIncomplete:
      placed.isIncomplete ||
      keys.isIncomplete ||
      kept.isIncomplete ||
      stop.isCancellationRequested ||
      Array.from(contents.values()).some((content) => 'failure' in content),
  };
}

const NOT_READ = 'it was not read.';

async function checkBy(
  file: string | undefined,
  around: CommandContext,
): Promise<{ readonly check: SignatureCheck | undefined; readonly isIncomplete: boolean }> {
  if (file === undefined) return { check: undefined, isIncomplete: false };
  const text = await textOf(file);
  const listed = typeof text === 'string' ? readPublicKeyList(text) : text.failure;
  if (typeof listed === 'string') {
    await around.complain(file, listed);
    return { check: undefined, isIncomplete: true };
  }
  const { check, problems } = publicKeysOf(listed);
  for (const problem of problems) await around.complain(file, problem);
  return { check, isIncomplete: problems.length > 0 };
}

async function signaturesIn(
  given: string | undefined,
  atPlace: PlacedFile | undefined,
  around: CommandContext,
): Promise<{ readonly signatures: Signatures; readonly isIncomplete: boolean }> {
  const none = new Map<string, string>();
  const file = given ?? atPlace?.path;
  if (file === undefined) return { signatures: none, isIncomplete: false };
  const text = await textOf(file);
  const signatures = typeof text === 'string' ? readSignatures(text) : text.failure;
  if (typeof signatures !== 'string') return { signatures, isIncomplete: false };
  await around.complain(given ?? SIGNATURES, signatures);
  return { signatures: none, isIncomplete: true };
}

async function textOf(file: string | Buffer): Promise<string | { readonly failure: string }> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}
