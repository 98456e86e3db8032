import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isStrictJson } from '../../core/explain/escape';
import type { Taken } from '../../host/logFiles';

const unpacked = promisify(gunzip);

/** @param file a path; what ends with `.gz` is packed */
export async function takenFile(file: string): Promise<Taken> {
  try {
    const bytes = await readFile(file);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      file.endsWith('.gz') ? await unpacked(bytes) : bytes,
    );
    const log: unknown = JSON.parse(text);
    if (typeof log !== 'object' || log === null || Array.isArray(log) || !isStrictJson(text)) return 'refused';
    return 'Records' in log && Array.isArray(log.Records) ? 'whole' : 'nothing';
  } catch {
    return 'refused';
  }
}
