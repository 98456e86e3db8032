import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { suite, test } from 'node:test';
import { numbersListed } from '../../../server/src/node/cli/numberRanges';
import { placesNamed } from '../../../server/src/node/cli/places';
import { withFiles } from './terminal';

const listed = (pattern: string) => numbersListed(pattern);

suite('ranges of numbers in patterns', () => {
  test('are lists, padded as they are written', () => {
    const patterns = [
      '2026/{1..12}/*',
      '2026/{09..12}/*',
      '{3..1}{8..010}',
      '{1..5..2}',
      '{7..7}',
      '{-1..1}',
      'x/{a,{2..3}}/y',
      // Left alone: escaped ones, letters, lists, and what is no range.
      '\\{1..3}{a..c}{1,2}{1...3}{1..}',
      '{0..999}',
    ];
    assert.deepEqual(
      patterns.map(listed),
      [
        '2026/{1,2,3,4,5,6,7,8,9,10,11,12}/*',
        '2026/{09,10,11,12}/*',
        '{3,2,1}{008,009,010}',
        '{1,3,5}',
        '7',
        '{-1,0,1}',
        'x/{a,{2,3}}/y',
        '\\{1..3}{a..c}{1,2}{1...3}{1..}',
        `{${[...Array(1000).keys()].join(',')}}`,
      ].map((pattern) => ({ pattern })),
    );
  });

  test('that are too long are told', () => {
    assert.deepEqual(['{0..1000}', `a{1..2}{1..${'9'.repeat(400)}}`].map(listed), [
      { tooLong: '{0..1000}' },
      { tooLong: `{1..${'9'.repeat(400)}}` },
    ]);
  });

  test('mean to a place what they mean to a shell', () =>
    withFiles({}, async (pathOf) => {
      for (const name of ['1', '2', '3', '8', '9', '10', '11', '12', '01', '02', '03', '08', '09']) {
        await mkdir(pathOf(name), { recursive: true });
        await writeFile(path.join(pathOf(name), 'log.json'), '{"Records":[]}');
      }
      const found: Record<string, readonly string[]> = {};
      for (const range of ['{1..12}', '{09..12}', '{01..03}', '{2..9..3}', '{9..9}', '{12..9}', '1{0..2}', '{4..7}']) {
        const places = await placesNamed([`${pathOf(range)}/*.json`]);
        found[range] = places.map((place) =>
          'path' in place ? path.basename(path.dirname(`${place.path}`)) : place.kind,
        );
      }
      assert.deepEqual(found, {
        '{1..12}': ['1', '10', '11', '12', '2', '3', '8', '9'],
        '{09..12}': ['09', '10', '11', '12'],
        '{01..03}': ['01', '02', '03'],
        '{2..9..3}': ['2', '8'],
        '{9..9}': ['9'],
        '{12..9}': ['10', '11', '12', '9'],
        '1{0..2}': ['10', '11', '12'],
        '{4..7}': ['missing'],
      });
    }));

  test('that are too long are not looked for', async () => {
    const [place] = await placesNamed(['AWSLogs/{1..2000}/*']);
    assert.deepEqual(
      place?.kind === 'missing' && place.reason,
      '{1..2000} stands for more than 1000 numbers: use * or a shorter range.',
    );
  });
});
