import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';
import { projectRoot } from '../support/projectRoot';

const root = projectRoot();
/** Of WorkMail, for any program that reads Sigma. */
const rules = readdirSync(path.join(root, 'rules', 'workmail'))
  .sort()
  .map((name) => `rules/workmail/${name}`);

const expected = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/addresses.js',
  'dist/binaryFormats.js',
  'dist/cli.js',
  'dist/engineTexts.js',
  'dist/extension.js',
  'dist/extractor.wasm',
  'dist/hashWorker.js',
  'dist/inflater.wasm',
  'dist/integrity.js',
  'dist/languageClient.js',
  'dist/salvage.js',
  'dist/scanWorker.js',
  'dist/schemas.js',
  'dist/server.js',
  'dist/sigmaEngine.js',
  'dist/timeline/timeline.css',
  'dist/timeline/timeline.js',
  'dist/validators.js',
  'dist/web/binaryFormats.js',
  'dist/web/extension.js',
  'dist/web/server.js',
  'docs/questions.md',
  'docs/rules.md',
  'media/activitybar.svg',
  'media/icon.png',
  'media/walkthrough/fix.svg',
  'media/walkthrough/origin.svg',
  'media/walkthrough/report.svg',
  'media/walkthrough/samples.svg',
  'media/walkthrough/tree.svg',
  'package.json',
  ...rules,
  'samples/aws-examples/1-CreateUser.json',
  'samples/incident/stolen-key.json',
  'schemas/savedCase.json',
];

/** Every text of a manifest that names a file of the package. */
function* fileReferences(node: unknown): Generator<string> {
  const waiting: unknown[] = [node];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') {
      const [, file] = /^(?:\.\/)?((?:dist|media|docs)\/[\w./-]+)$/.exec(value) ?? [];
      if (file !== undefined) {
        yield file;
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const part of Object.values(value)) {
        waiting.push(part);
      }
    }
  }
}

describe('the packaged extension', () => {
  let files: string[];

  before(async () => {
    files = (await listFiles({ cwd: root, packageManager: PackageManager.None })).sort();
  });

  it('holds exactly these files', async (t) => {
    assert.deepEqual(files, expected);
    for (const file of files) {
      t.diagnostic(`${file}: ${Math.ceil((await stat(path.join(root, file))).size / 1024)} KB`);
    }
  });

  it('holds every file that its manifest names', async () => {
    const manifest: unknown = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    const references = [...fileReferences(manifest)];
    assert.ok(references.includes('dist/extension.js'));
    assert.deepEqual(
      references.filter((file) => !files.includes(file)),
      [],
    );
  });
});
