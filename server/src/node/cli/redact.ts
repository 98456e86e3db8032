import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type RedactedCopy, Redactor, terminal } from '../../core';
import { positionsIn } from '../../documents/textRanges';
import { codeOf } from './codeOf';
import type { CommandContext } from './commandContext';
import { CopyNames, fileNameOf } from './copyNames';
import { notesOn } from './inputNotes';
import { type Input, inputs } from './inputs';
import { keepKey, readKey, writeNew } from './keyFiles';
import { learned, ordersBeside } from './ordersBeside';
import { readTwice } from './readTwice';
import { isBelow, realPlace } from './realPlace';
import type { Redacting } from './redactArguments';

/** What came of redacting. */
export interface Redacted {
  /** A copy was written in which something still stands that was replaced elsewhere. */
  readonly hasRemains: boolean;
  /** A log has no copy. */
  readonly isIncomplete: boolean;
}

/** So many values that remain are told of one copy. */
const MOST_TOLD = 20;

/**
 * Writes a redacted copy of each log, and the key first. Every log is read twice: what one of them says is replaced in all.
 */
export async function redact(asked: Redacting, around: CommandContext): Promise<Redacted> {
  const wrong = await wrongPlaces(asked);
  const key = wrong === undefined ? await readKey(asked.key) : wrong;
  if (typeof key === 'string') {
    await around.complain(wrong === undefined ? asked.key : 'redact', key);
    return { hasRemains: false, isIncomplete: true };
  }
  const redactor = new Redactor(key.entries);
  const twice = readTwice(around.stdin);
  const orders = ordersBeside(asked.files, asked.limits);
  let read = 0;
  for await (const { label, read: log } of inputs(asked.files, undefined, asked.limits, twice.first)) {
    redactor.learnText(fileNameOf(label));
    if ('text' in log) await learned(redactor, log.text, orders);
    around.progress.tell(() => `${++read} files read`);
    if (around.stop.isCancellationRequested) return { hasRemains: false, isIncomplete: true };
  }
  try {
    await mkdir(asked.out, { recursive: true });
    await keepKey(asked.key, redactor.entries(), key.entries === undefined);
  } catch (error) {
    await around.complain(asked.key, `no copy was written, because the key could not be kept (${codeOf(error)}).`);
    return { hasRemains: false, isIncomplete: true };
  }
  const names = new CopyNames(redactor);
  let hasRemains = false;
  let isIncomplete = false;
  for await (const input of inputs(asked.files, undefined, asked.limits, twice.second())) {
    around.progress.clear();
    const outcome = await copyOf(input, redactor, names, asked, around);
    hasRemains ||= outcome === 'remains';
    isIncomplete ||= outcome === 'none';
    if (around.stop.isCancellationRequested) return { hasRemains, isIncomplete: true };
  }
  return { hasRemains, isIncomplete };
}

type Outcome = 'clean' | 'remains' | 'none' | 'left out';

async function copyOf(
  input: Input,
  redactor: Redactor,
  names: CopyNames,
  { out, anyway }: Redacting,
  around: CommandContext,
): Promise<Outcome> {
  const { label, read, isLeftOut } = input;
  const copy = 'text' in read ? redactor.copy(read.text) : undefined;
  for (const { message } of 'text' in read ? read.notes : notesOn(input, { container: 'none', kind: undefined })) {
    await around.complain(label, message);
  }
  if (copy === undefined) return isLeftOut ? 'left out' : 'none';
  if ('refused' in copy) {
    await around.complain(label, copy.refused);
    return 'none';
  }
  await tellRemains(label, copy, around);
  if (copy.remaining.length > 0 && !anyway) {
    await around.complain(label, 'no copy was written. With --anyway it is, as it is.');
    return 'none';
  }
  const name = names.of(label);
  try {
    await writeNew(path.join(out, name), copy.text);
  } catch (error) {
    const code = codeOf(error);
    const why =
      code === 'EEXIST'
        ? `there is a ${name} in the folder, and nothing is written over.`
        : `it could not be written (${code}).`;
    await around.complain(label, `no copy was written: ${why}`);
    return 'none';
  }
  await around.output.write(`${terminal(label)} -> ${terminal(path.join(out, name))}: ${sumOf(copy)}\n`);
  return copy.remaining.length > 0 ? 'remains' : 'clean';
}

/** Tells what a copy still says. The values are shown to whoever has the log. */
export async function tellRemains(
  label: string,
  { text, remaining }: Pick<RedactedCopy, 'text' | 'remaining'>,
  around: CommandContext,
): Promise<void> {
  const positionOf = positionsIn(text) ?? ((offset: number) => ({ line: 0, character: offset }));
  for (const { value, offset, times } of remaining.slice(0, MOST_TOLD)) {
    const { line, character } = positionOf(offset);
    const often = times === 1 ? '' : ` and ${times - 1} more`;
    await around.complain(label, `the copy still says ${value} at ${line + 1}:${character + 1}${often}.`);
  }
  const more = remaining.length - MOST_TOLD;
  if (more > 0) await around.complain(label, `${more} more values are still in the copy.`);
}

function sumOf({ records, replaced, byForm, notSearched }: RedactedCopy): string {
  const damaged =
    byForm === 0 ? '' : ` ${byForm} of them by form alone, since their fields can't be read: look at them.`;
  const common =
    notSearched === 0 ? '' : ` ${notSearched} values of the case are too short or too common to be looked for.`;
  return `${records} ${records === 1 ? 'record' : 'records'}, ${replaced} places redacted.${damaged}${common}`;
}

/** Copies among the logs would be read as logs, and a key beside the copies would be handed on with them. */
async function wrongPlaces({ files, out, key }: Redacting): Promise<string | undefined> {
  const folder = await realPlace(out);
  if (isBelow(folder, await realPlace(key)))
    return 'the key lies in the folder of the copies, and would be handed on with them. Keep it elsewhere.';
  for (const file of files) {
    if (file === '-') continue;
    const place = await realPlace(file);
    const isFolder = await stat(place).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder && isBelow(place, folder))
      return 'the folder of the copies lies in a folder that is read. Put them elsewhere.';
  }
  return undefined;
}
