import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type HandedLogs, noAddedNames, Redactor } from '../../core';
import type { Limits } from '../../host/limits';
import { ScanCollector, type ScanSummary } from '../../places/scanSummary';
import type { FilePath } from '../filePath';
import { fileOf } from '../scan/readHere';
import { codeOf } from './codeOf';
import type { CommandContext } from './commandContext';
import { CopyNames, fileNameOf } from './copyNames';
import { notesOn } from './inputNotes';
import { type Input, inputs } from './inputs';
import { keepKey, readKey } from './keyFiles';
import { learned, ordersBeside } from './ordersBeside';
import { readTwice } from './readTwice';
import { tellRemains } from './redact';
import { type AnsweredLogs, RowsOfFiles } from './rowsOfFiles';

/** Logs whose redacted copies were read in their place. */
export interface RedactedLogs {
  readonly found: ScanSummary;
  readonly answered: AnsweredLogs;
  /** By the names of the copies, with the hashes of the originals. */
  readonly logs: HandedLogs;
  readonly redactor: Redactor;
  /** Something that should have been read could not be, or was not. */
  readonly isIncomplete: boolean;
}

/** What logs to redact, with which key. */
export interface RedactedReading {
  readonly files: readonly string[];
  readonly limits: Limits;
  /** The key file of the case; begun where there is none. */
  readonly key: string;
  /** What remains in a copy is told, and the copy read all the same. */
  readonly anyway: boolean;
}

/**
 * Makes redacted copies of logs and reads these: whatever is told of them was never told the originals. The key is kept first.
 *
 * @returns undefined where nothing may be told; the user has been told why
 */
export async function redactedLogs(asked: RedactedReading, around: CommandContext): Promise<RedactedLogs | undefined> {
  const key = await readKey(asked.key);
  if (typeof key === 'string') {
    await around.complain(asked.key, key);
    return undefined;
  }
  const redactor = new Redactor(key.entries);
  const twice = readTwice(around.stdin);
  const orders = ordersBeside(asked.files, asked.limits);
  for await (const { label, read } of inputs(asked.files, undefined, asked.limits, twice.first)) {
    redactor.learnText(fileNameOf(label));
    if ('text' in read) await learned(redactor, read.text, orders);
    if (around.stop.isCancellationRequested) return undefined;
  }
  try {
    await mkdir(path.dirname(path.resolve(asked.key)), { recursive: true });
    await keepKey(asked.key, redactor.entries(), key.entries === undefined);
  } catch (error) {
    await around.complain(asked.key, `no report was written, because the key could not be kept (${codeOf(error)}).`);
    return undefined;
  }
  const copies = new Copies(redactor, asked.anyway);
  for await (const input of inputs(asked.files, undefined, asked.limits, twice.second())) {
    await copies.add(input, around);
    if (around.stop.isCancellationRequested || copies.hasRemains) return undefined;
  }
  return copies.result();
}

/** Service of the report. */
const ASKED = { service: 'workmail' } as const;

class Copies {
  /** Whether a copy may not be told of. */
  hasRemains = false;
  readonly #redactor: Redactor;
  readonly #anyway: boolean;
  readonly #names: CopyNames;
  readonly #logs = new Map<string, { readonly sha256?: string }>();
  /** Uris of our own: that of an original would tell where it lies. */
  readonly #nameOf = new Map<string, string>();
  readonly #collector = new ScanCollector((uri) => this.#nameOf.get(uri) ?? '');
  readonly #rows = new RowsOfFiles(
    (uri) => this.#nameOf.get(uri) ?? '',
    () => 0,
  );
  #isIncomplete = false;

  constructor(redactor: Redactor, anyway: boolean) {
    this.#redactor = redactor;
    this.#anyway = anyway;
    this.#names = new CopyNames(redactor);
  }

  async add(input: Input, around: CommandContext): Promise<void> {
    const { label, path: at, read, isLeftOut } = input;
    const copy = 'text' in read ? this.#redactor.copy(read.text) : undefined;
    for (const { message } of 'text' in read ? read.notes : notesOn(input, { container: 'none', kind: undefined }))
      await around.complain(label, message);
    if (copy === undefined || 'refused' in copy) {
      if (copy !== undefined) await around.complain(label, copy.refused);
      this.#isIncomplete ||= !isLeftOut;
      return;
    }
    await tellRemains(label, copy, around);
    if (copy.remaining.length > 0 && !this.#anyway) {
      await around.complain(label, 'no report was written. With --anyway it is, as it is.');
      this.hasRemains = true;
      return;
    }
    const name = this.#names.of(label);
    const uri = `redacted:/${String(this.#nameOf.size).padStart(9, '0')}`;
    this.#nameOf.set(uri, name);
    this.#logs.set(name, at === undefined ? {} : { sha256: await hashOf(at) });
    const file = fileOf(uri, { text: copy.text, notes: [] }, ASKED, true);
    this.#collector.add(file);
    this.#rows.add(file);
  }

  result(): RedactedLogs {
    return {
      found: this.#collector.result(),
      answered: this.#rows.answers(noAddedNames),
      logs: this.#logs,
      redactor: this.#redactor,
      isIncomplete: this.#isIncomplete,
    };
  }
}

async function hashOf(file: FilePath): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return hash.digest('hex');
}
