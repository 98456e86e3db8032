import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../support/projectRoot';

const root = projectRoot();
const below = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
const documents = [...readdirSync(root), ...below('docs'), 'samples/README.md'].filter((file) => file.endsWith('.md'));

suite('the documents', () => {
  for (const document of documents) {
    test(`${document}: every link and picture leads to a file that there is, and to a heading in it`, () => {
      const links = [...source(document).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
      const lost = links.filter(([, file = '', anchor]) => {
        const target = file === '' ? document : path.join(path.dirname(document), decodeURIComponent(file));
        return !existsSync(path.join(root, target)) || (anchor !== undefined && !anchors(target).includes(anchor));
      });
      assert.deepEqual(
        lost.map(([link]) => link),
        [],
      );
    });
  }

  test('begin with the two commands that everybody needs', () => {
    assert.match(source('README.md'), /^# WorkMail Trail\n\n {4}npm start .*\n {4}npm test .*\n\n/);
  });

  test('show a picture of an answer before anything is explained', () => {
    const readme = source('README.md');
    const picture = readme.search(/!\[[^\]]+\]\(media\/readme\/answer\.png\)/);
    assert.ok(picture > 0 && picture < readme.indexOf('## Begin'));
  });
});

/** As GitHub makes anchors: small letters, a dash for a blank, nothing for other signs. */
function anchors(file: string): readonly string[] {
  return [...source(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function source(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
