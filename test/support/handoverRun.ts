import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { eventRow } from '../../server/src/core';
import { conditionOf } from '../../server/src/core/handover/conditionOf';
import { engineOf } from '../../server/src/core/handover/engineTexts';
import { anyAsked } from './anyAsked';
import { answersHere, distinct, queryAndCount, questionOf } from './handedOver';
import type { Database } from './queryEngines';
import { RandomEvents } from './randomEvents';
import { readLog } from './readLog';
import { SeededNumbers } from './seededNumbers';

/** Questions that one sample is asked. */
const QUESTIONS = 25;

/**
 * Asks DuckDB and our own filter random questions about a random log.
 *
 * @param file to be written, compressed where it is called so
 * @returns how many of the questions were said as they were meant
 */
export async function handOverSeed(seed: number, file: string, database: Database): Promise<number> {
  const numbers = new SeededNumbers(seed);
  const events = new RandomEvents(numbers);
  const text = JSON.stringify({ Records: Array.from({ length: numbers.between(1, 40) }, () => events.event()) });
  await writeFile(file, file.endsWith('.gz') ? gzipSync(text) : text);
  const { records } = readLog(text);
  const rows = records.map((record) => eventRow(record, ''));
  let exact = 0;
  for (let at = 0; at < QUESTIONS; at++) {
    const asked = anyAsked(numbers, rows, 3);
    const question = questionOf(asked);
    const here = answersHere(records, question);
    const [query] = queryAndCount('duckdb', question, [{ path: file }]);
    const there = distinct((await database.ask(query)).map(([record]) => JSON.parse(String(record)).eventID));
    const { unsaid } = conditionOf(question, engineOf('duckdb').spelled);

    const said = `seed ${seed}: ${asked}\n${query}`;
    if (unsaid.length === 0) {
      exact++;
      assert.deepEqual(there, here, said);
    } else
      assert.deepEqual(
        here.filter((id) => !there.includes(id)),
        [],
        said,
      );
  }
  return exact;
}
