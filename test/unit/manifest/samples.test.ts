import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import {
  brokenExample,
  incident,
  placeIn,
  type SamplePlace,
  sampleFiles,
  samplePlace,
} from '../../../client/src/samples/samplePlaces';
import { analyze } from '../../../server/src/core/check/analyze';
import { locate } from '../../../server/src/core/read/locate';
import { projectRoot } from '../../support/projectRoot';

suite('the samples that open without a folder', () => {
  test('are in the package, and no other file of samples is', () => {
    const packed = [...source('.vscodeignore').matchAll(/^!samples\/(.+)$/gm)].map(([, file]) => file);
    assert.deepEqual(packed, sampleFiles);
  });

  test('have the problem where the walkthrough shows it', () => {
    const text = source('samples', brokenExample);
    const problems = [...analyze(text)].flatMap((record) =>
      record.problems.map((problem) => locate(text, record, problem)),
    );
    assert.deepEqual(problems, [placeIn(text, place('problem'))]);
  });

  test('have the address of the thief where the walkthrough shows it', () => {
    const text = source('samples', incident);
    const found = placeIn(text, place('address'));
    assert.match(text.slice(text.lastIndexOf('\n', found?.start), found?.end), /"sourceIPAddress": "203\.0\.113\.77$/);
  });

  test('lead nowhere by a name that is none of ours, or when the text is gone', () => {
    assert.deepEqual(
      [samplePlace('__proto__'), samplePlace(undefined), samplePlace(['problem'])],
      [undefined, undefined, undefined],
    );
    assert.equal(placeIn('{}', place('problem')), undefined);
    assert.equal(placeIn('"accessKeyId"', place('problem')), undefined);
  });
});

function place(name: string): SamplePlace {
  const found = samplePlace(name);
  assert.ok(found);
  return found;
}

function source(...names: readonly string[]): string {
  return readFileSync(path.join(projectRoot(), ...names), 'utf8');
}
