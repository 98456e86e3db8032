import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Chance } from './chance';
import { FAMILIES, type FamilyName } from './families';
import { FORMS, type FormName } from './forms';
import { ordinaryYear } from './ordinaryYear';
import { records } from './records';

export interface LogOptions {
  readonly form: FormName;
  readonly family: FamilyName;
  readonly seed: number;
  /** How many of the records are WorkMail's, 0 to 1. */
  readonly share: number;
}

export const LOG_FROM = Date.UTC(2026, 2, 11, 8);
export const ORGANIZATION_ID = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const SETTING = { account: '111111111111', region: 'us-east-1', organizationId: ORGANIZATION_ID };
const YEAR_FROM = Date.UTC(2025, 2, 11);
const CHUNK = 256 * 1024;

/** The texts of a log's records, one by one and without end, as its form and family write them. */
export function* recordTexts({ form, family, seed, share }: LogOptions): Generator<string, never> {
  const { write } = FORMS[form];
  const { event: change, text: damage } = FAMILIES[family];
  const chance = new Chance(seed ^ 0x5eed);
  const source = records({ ...SETTING, seed, share, from: LOG_FROM });
  while (true) yield damage(write(change(source.next().value, chance)), chance);
}

/** A log in pieces of some 256 KB, ended by the first record that brings it to `size` UTF-16 code units. */
export function* logPieces(options: LogOptions, size: number): Generator<string> {
  const { before, between, after } = FORMS[options.form];
  let piece = before;
  let written = 0;
  for (const text of recordTexts(options)) {
    piece += text;
    if (written + piece.length + after.length >= size) break;
    piece += between;
    if (piece.length >= CHUNK) {
      yield piece;
      written += piece.length;
      piece = '';
    }
  }
  yield piece + after;
}

/** Writes a log to disk; no more than a piece of it is ever in memory. */
export async function writeLog(file: string, options: LogOptions, size: number): Promise<void> {
  await pipeline(Readable.from(logPieces(options, size)), createWriteStream(file));
}

/** Writes the log of a year in which nothing happens: see `ordinaryYear`. */
export async function writeYear(file: string, seed: number): Promise<void> {
  const { before, between, after, write } = FORMS['one-line'];
  const texts = Array.from(ordinaryYear(seed, YEAR_FROM, SETTING), write);
  await writeFile(file, before + texts.join(between) + after);
}
