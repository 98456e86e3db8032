import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { hover } from '../../server/src/core';
import { analyze } from '../../server/src/core/check/analyze';
import { ruleOf } from '../../server/src/core/check/rules';
import { spanOf } from '../../server/src/core/read/locate';
import type { EventRecord, JsonValue } from '../../server/src/core/record';

const FOLDER = join(process.cwd(), 'samples');

function samples(): readonly string[] {
  const entries = readdirSync(FOLDER, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every path that ends at a key, as strings and positions. */
function keyPaths(event: JsonValue): readonly (readonly (string | number)[])[] {
  const paths: (readonly (string | number)[])[] = [];
  const open: { value: JsonValue; path: readonly (string | number)[] }[] = [{ value: event, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (!Array.isArray(value)) paths.push(at);
      open.push({ value: inner, path: at });
    }
  }
  return paths;
}

function keysWithoutHover(text: string, record: EventRecord): readonly string[] {
  if (record.event === undefined) return [];
  return keyPaths(record.event)
    .filter((path) => {
      const span = spanOf(text, record, path, 'key');
      const found = span && hover(text, record, span.start + 1, {});
      return found === undefined || found.markdown.trim() === '';
    })
    .map((path) => path.join('.'));
}

describe('the samples', () => {
  for (const file of samples()) {
    it(`${relative(FOLDER, file)}: every key of every record, whole or damaged, has a hover`, () => {
      const text = readFileSync(file, 'utf8');
      const missing = new Set([...analyze(text)].flatMap((record) => keysWithoutHover(text, record)));
      assert.deepEqual([...missing], []);
    });
  }

  it('say nothing wrong where nothing is damaged', () => {
    const whole = [
      'administration-day.json',
      'incident/stolen-key.json',
      'migration/announced-move.json',
      'mixed/move-with-a-theft.json',
    ];
    const found = whole.flatMap((name) =>
      [...analyze(readFileSync(join(FOLDER, name), 'utf8'))].flatMap((record) =>
        record.problems
          .filter((problem) => ruleOf(problem.code).severity !== 'off')
          .map((problem) => `${name} ${problem.code}`),
      ),
    );
    assert.deepEqual(found, []);
  });

  it('hold the same text packed and unpacked', () => {
    const packed = readdirSync(FOLDER).filter((name) => name.endsWith('.json.gz'));
    assert.equal(packed.length, 1);
    const unpacked = gunzipSync(readFileSync(join(FOLDER, packed[0] ?? ''))).toString('utf8');
    assert.equal(unpacked, readFileSync(join(FOLDER, 'administration-day.json'), 'utf8'));
  });

  it('hold the announced move a second time as a trail, but for what the broken file has lost', () => {
    const move = JSON.parse(readFileSync(join(FOLDER, 'migration', 'announced-move.json'), 'utf8'));
    const found = new Set<string>();
    const broken: string[] = [];
    for (const file of packedBelow(join(FOLDER, 'trail', 'AWSLogs', '111111111111', 'CloudTrail'))) {
      const text = unpacked(file);
      if (text === undefined) broken.push(relative(FOLDER, file));
      else for (const { eventID } of JSON.parse(text).Records) found.add(eventID);
    }
    const lost = move.Records.filter(({ eventID }: { eventID: string }) => !found.has(eventID));
    assert.deepEqual([broken.length, lost.length > 0, found.size + lost.length], [1, true, move.Records.length]);
  });
});

function packedBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function unpacked(file: string): string | undefined {
  try {
    return gunzipSync(readFileSync(file)).toString('utf8');
  } catch {
    return undefined;
  }
}
