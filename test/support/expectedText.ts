import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

/** Compares a text with the file that holds the expected one. With `UPDATE_EXPECTED=1` in the environment, writes that file instead. */
export function assertExpectedText(file: string, actual: string): void {
  if (process.env.UPDATE_EXPECTED === '1') writeFileSync(file, actual);
  else assert.equal(actual, readFileSync(file, 'utf8'), `${file} says otherwise; UPDATE_EXPECTED=1 writes it.`);
}
