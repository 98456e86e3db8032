import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { ownReading } from '../../../server/src/core';
import type { JsonObject } from '../../../server/src/core/record';
import { nameEvents } from '../../../server/src/node/files/eventNames';
import { projectRoot } from '../../support/projectRoot';

const folder = path.join(projectRoot(), 'test', 'fixtures', 'own-logs');
const logs = readdirSync(folder).filter((name) => /^(?!damaged|two)[\w-]+\.jsonl$/.test(name));

function recordsOf(name: string): readonly JsonObject[] {
  return readFileSync(path.join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Every choice of one, two or three fields of a record. */
function* choices(record: JsonObject): Generator<JsonObject> {
  const fields = Object.entries(record);
  for (let a = 0; a < fields.length; a++)
    for (let b = a; b < fields.length; b++)
      for (let c = b; c < fields.length; c++)
        yield Object.fromEntries([a, b, c].flatMap((at) => fields.slice(at, at + 1)));
}

suite("a long file is searched for words that every record of WorkMail's own logs has, whatever fields were chosen", () => {
  for (const name of logs) {
    test(name, () => {
      const told = recordsOf(name).flatMap((record) =>
        [record, ...choices(record)].filter((choice) => ownReading(choice) !== undefined),
      );
      const missed = told.map((choice) => JSON.stringify(choice)).filter((text) => !nameEvents(Buffer.from(text)));
      assert.deepEqual([missed, told.length > 0], [[], true]);
    });
  }
});
