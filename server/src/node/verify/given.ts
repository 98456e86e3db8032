import { readFile } from 'node:fs/promises';
import { readPublicKeyList, readSignatures, type Signatures } from '../../core/verify/integrity';
import type { FilePath } from '../filePath';
import { reasonOf } from '../files/reasons';
import { type PublicKeys, publicKeysOf } from './publicKeys';

/** Signatures are found under this name at a place. */
export const SIGNATURES = 'signatures.json';

/** Reads a file with what `aws cloudtrail list-public-keys` prints. @returns a sentence that says why it is none */
export async function publicKeysIn(file: FilePath): Promise<PublicKeys | string> {
  const text = await textOf(file);
  const listed = typeof text === 'string' ? readPublicKeyList(text) : text.failure;
  return typeof listed === 'string' ? listed : publicKeysOf(listed);
}

/** Reads a file with signatures of digests by their keys. @returns a sentence that says why it is none */
export async function signaturesIn(file: FilePath): Promise<Signatures | string> {
  const text = await textOf(file);
  return typeof text === 'string' ? readSignatures(text) : text.failure;
}

async function textOf(file: FilePath): Promise<string | { readonly failure: string }> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}
