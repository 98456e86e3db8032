import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../support/projectRoot';

const EXPORT = /^export (?:default )?(?:abstract )?(?:async )?(?:function\*?|class|interface|type|const|enum) (\w+)/;

/** The exports of a source, each as `line: name`, and whether a doc comment ends right above it. */
function exportsOf(source: string): { where: string; isDocumented: boolean }[] {
  const lines = source.split('\n');
  return lines.flatMap((line, index) => {
    const name = EXPORT.exec(line)?.[1];
    if (name === undefined) return [];
    return [{ where: `${index + 1}: ${name}`, isDocumented: lines[index - 1]?.trimEnd().endsWith('*/') === true }];
  });
}

test('an export is documented if a doc comment ends right above it', () => {
  const source = [
    '/** Told. */',
    'export const told = 1;',
    'export async function* bare() {}',
    '/** Of the file. */',
    '',
    'export abstract class Apart {}',
    "export { other } from './other';",
  ].join('\n');
  assert.deepEqual(exportsOf(source), [
    { where: '2: told', isDocumented: true },
    { where: '3: bare', isDocumented: false },
    { where: '6: Apart', isDocumented: false },
  ]);
});

test('what is exported says what a caller needs to know', () => {
  const root = projectRoot();
  const found = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
      .flatMap((name) =>
        exportsOf(readFileSync(path.join(root, folder, name), 'utf8')).map((each) => ({
          ...each,
          where: `${folder}/${name}:${each.where}`,
        })),
      ),
  );
  const bare = found.filter(({ isDocumented }) => !isDocumented).map(({ where }) => where);
  const share = (found.length - bare.length) / found.length;
  const advice = `Write a doc comment right above each of these:\n${bare.join('\n')}`;
  assert.ok(found.length > 1000, 'Hardly any export was found: is the pattern still right?');
  assert.ok(share >= 0.95, `${(100 * share).toFixed(1)} % of the exports have a doc comment. ${advice}`);
});
