import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { version } from '../../../../package.json';
import { allRecords, byText, formText, isoSecond, terminal } from '../../core';
import {
  type KnownFile,
  type Manifest,
  type ManifestFile,
  manifestChanges,
  manifestText,
  type ReadOfInput,
  readManifest,
} from '../../core/verify/integrity';
import type { Limits } from '../../host/limits';
import type { ScannedFile } from '../../host/logFiles';
import { uriOfPath } from '../filePath';
import { reasonOf } from '../files/reasons';
import type { ReadMet } from '../scan/readMet';
import type { Met } from '../scan/walk';
import { NOT_READ } from '../verify/hashFile';
import { Hashing } from '../verify/hashing';
import type { CommandContext } from './commandContext';
import { jsonText } from './json';
import { type PlacedFile, placedFiles } from './placedFiles';

/** What a manifest is made of, or compared with. */
export interface Listed {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly limits: Limits;
  /** An earlier manifest; absent: a new one is written. */
  readonly against: string | undefined;
}

/**
 * Writes what stands in some places: hashes, sizes, times, and what was read of each file; or what is different from an earlier manifest.
 *
 * @param workerFile the bundle that threads of the hashing run
 * @param readMet reads what is more than a little
 */
export async function manifest(
  { files: words, json, limits, against }: Listed,
  around: CommandContext,
  workerFile: string,
  readMet: ReadMet,
): Promise<{ readonly hasChanges: boolean; readonly isIncomplete: boolean }> {
  const { output, progress, stop } = around;
  const known = against === undefined ? undefined : await knownIn(against, around);
  if (against !== undefined && known === undefined) return { hasChanges: false, isIncomplete: true };
  const hashing = new Hashing({
    limits,
    part: 'bytes',
    workerFile,
    stop,
    progress: (done, of) => progress.tell(() => `${done} of ${of} files hashed`),
  });
  const placed: PlacedFile[] = [];
  const own = against === undefined ? undefined : uriOfPath(path.resolve(against));
  let isIncomplete = await placedFiles(words, around, (file) => {
    if (file.uri === own || file.failure !== undefined) return;
    placed[hashing.add(file.path)] = file;
  });
  const hashed = await hashing.finish();
  const readOf = known === undefined ? await readings(placed, limits, around, readMet) : new Map<string, ReadOfInput>();
  progress.clear();
  const files: ManifestFile[] = [];
  for (const [at, { file, uri }] of placed.entries()) {
    const { bytes, content } = hashed[at] ?? {};
    if (bytes === undefined) {
      isIncomplete = true;
      await around.complain(file, content !== undefined && 'failure' in content ? content.failure : NOT_READ);
    }
    files.push({
      file,
      sha256: bytes?.sha256 ?? null,
      size: bytes?.size ?? null,
      modified: bytes === undefined ? null : isoSecond(bytes.modified),
      read: readOf.get(uri) ?? { outcome: 'skipped', form: '', records: 0, reasons: [NOT_READ] },
    });
  }
  files.sort((left, right) => byText(left.file, right.file));
  isIncomplete ||= stop.isCancellationRequested;
  if (known === undefined) {
    const made: Manifest = { tool: 'workmail-trail', version, files };
    if (json) await output.write(`${jsonText(made)}\n`);
    else for (const line of manifestText(made)) await output.write(`${line}\n`);
    return { hasChanges: false, isIncomplete };
  }
  const changes = manifestChanges(known, files);
  if (json) await output.write(`${jsonText({ changes })}\n`);
  else
    for (const { change, file, from } of changes)
      await output.write(`${change}: ${terminal(file)}${from === undefined ? '' : `, before ${terminal(from)}`}\n`);
  if (!json && changes.length === 0)
    await output.write(`Nothing has changed in ${files.length} ${files.length === 1 ? 'file' : 'files'}.\n`);
  return { hasChanges: changes.length > 0, isIncomplete };
}

async function knownIn(file: string, around: CommandContext): Promise<readonly KnownFile[] | undefined> {
  let known: readonly KnownFile[] | string;
  try {
    known = readManifest(await readFile(file, 'utf8'));
  } catch (error) {
    known = reasonOf(error);
  }
  if (typeof known !== 'string') return known;
  await around.complain(file, known);
  return undefined;
}

/** No service is called so: records are counted, and none is kept. */
const NO_SERVICE = 'none';

async function readings(
  placed: readonly PlacedFile[],
  limits: Limits,
  { stop, progress }: CommandContext,
  readMet: ReadMet,
): Promise<ReadonlyMap<string, ReadOfInput>> {
  const found = new Map<string, ReadOfInput>();
  await readMet(
    { question: { service: NO_SERVICE }, limits },
    metAgain(placed),
    (part) => {
      if (part.kind !== 'read') return;
      for (const { met, file } of part.files) found.set(met.uri, readingOf(file));
      progress.tell(() => `${found.size} of ${placed.length} files read`);
    },
    stop,
  );
  return found;
}

async function* metAgain(placed: readonly PlacedFile[]): AsyncGenerator<readonly Met[]> {
  yield placed.map(({ uri, path: at }) => ({ uri, path: at, left: undefined }));
}

function readingOf({ outcome, container, counts, reasons }: ScannedFile): ReadOfInput {
  return { outcome, form: formText(container, counts), records: allRecords(counts), reasons };
}
