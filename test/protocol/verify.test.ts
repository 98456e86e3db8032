import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver';
import { readLink } from '../../client/src/summary/links';
import { createIntegrity } from '../../server/src/node/verify/fileIntegrity';
import { VerifyProgress, VerifyRequest } from '../../server/src/wire/protocol';
import { packed, signingKey } from '../support/digestTree';
import { projectRoot } from '../support/projectRoot';
import { ProtocolClient } from '../support/protocolClient';
import { withFiles } from '../unit/cli/terminal';
import { digest, digestText, log, textOf } from '../unit/verify/given';

const integrity = createIntegrity({ workerFile: path.join(projectRoot(), 'dist', 'hashWorker.js') });
const [ONE, TWO, EVIL] = [log('08:05'), log('08:10'), log('08:15', '](evil)`')];
const FIRST = digestText('09', [ONE, TWO]);
const tree = {
  [ONE]: textOf(ONE),
  [TWO]: textOf(TWO),
  [digest('09')]: FIRST,
  [digest('10')]: digestText('10', [], { hour: '09', text: FIRST }),
};

function put(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), packed(text));
  }
  return pathToFileURL(folder).href.replace(/\/$/, '');
}

suite('verifying a folder from an editor', () => {
  test('says in words what is not in order first, and leads from every file that is here to itself', () =>
    withFiles({}, async (pathOf) => {
      const uri = put(pathOf('.'), { ...tree, [ONE]: '{}', [EVIL]: textOf('evil') });
      const client = await ProtocolClient.inProcess({ integrity });
      const told: unknown[] = [];
      client.connection.onProgress(VerifyProgress, 'how far', (progress) => {
        told.push(progress);
      });
      const verified = await client.connection.sendRequest(VerifyRequest, { uri, workDoneToken: 'how far' });
      await client.stop();
      assert.ok(verified !== null && 'markdown' in verified);
      const { markdown, words, verdict } = verified;
      const links = [...markdown.matchAll(/\]\((file[^)]+)\)/g)].map(([, link = '']) => {
        const read = readLink(`/integrity/${link.split('/').map(decodeURIComponent).join('/')}`);
        return read?.kind === 'file' ? `${read.log} ${decodeURIComponent(read.below)}` : link;
      });
      assert.deepEqual(
        [words, verdict, markdown.match(/^#.*/gm)?.slice(1), links, told.at(-1)],
        [
          '1 log changed, 1 log not covered',
          'faulty',
          ['## Changed logs', '## Logs that are not covered', '## Digests: chained', '## Unchanged logs'],
          [ONE, EVIL, digest('10'), TWO].map((file) => `0 /${file}`),
          { done: 5, of: 5 },
        ],
      );
    }));

  test('looks at the files alone that it is given, and misses none of the others', () =>
    withFiles({}, async (pathOf) => {
      const uri = put(pathOf('.'), { ...tree, [EVIL]: textOf('evil') });
      const client = await ProtocolClient.inProcess({ integrity });
      const of = async (files: readonly string[], name?: string): Promise<unknown> => {
        const uris = files.map((file) => `${uri}/${file}`);
        const verified = await client.connection.sendRequest(VerifyRequest, {
          uri,
          files: uris,
          ...(name && { name }),
        });
        return verified !== null && 'words' in verified && [verified.words, /^# .*/.exec(verified.markdown)?.[0]];
      };
      const both = [ONE, digest('09')];
      const found = [await of(both), await of([ONE]), await of(both, '2 folders')];
      await client.stop();
      assert.deepEqual(found, [
        ['1 log unchanged', '# Are the logs of 2 files as CloudTrail wrote them?'],
        ['no digests to verify by', `# Are the logs of \`${path.basename(ONE)}\` as CloudTrail wrote them?`],
        ['1 log unchanged', '# Are the logs of 2 folders as CloudTrail wrote them?'],
      ]);
    }));

  test('checks signatures by the public keys that it is given, and says what is wrong with those', () =>
    withFiles({ 'keys.json': signingKey().listed, 'no-keys.json': '{}' }, (keysAt) =>
      withFiles({}, async (pathOf) => {
        const uri = put(pathOf('.'), tree);
        const client = await ProtocolClient.inProcess({ integrity });
        const by = async (name: string): Promise<unknown> => {
          const publicKeys = pathToFileURL(keysAt(name)).href;
          const verified = await client.connection.sendRequest(VerifyRequest, { uri, publicKeys });
          if (verified === null || 'refused' in verified) return verified;
          return [verified.verdict, verified.words, /none with its fingerprint/.test(verified.markdown)];
        };
        const found = [await by('keys.json'), await by('no-keys.json')];
        await client.stop();
        assert.deepEqual(found, [
          ['faulty', '2 logs can’t be told, 2 digests can’t be told', true],
          {
            refused:
              'The file of public keys could not be used: it holds no public keys: expected is what aws cloudtrail list-public-keys prints as JSON, with a PublicKeyList.',
          },
        ]);
      }),
    ));

  test('can be called off', () =>
    withFiles({}, async (pathOf) => {
      const client = await ProtocolClient.inProcess({ integrity });
      const source = new CancellationTokenSource();
      const asked = client.connection.sendRequest(VerifyRequest, { uri: put(pathOf('.'), tree) }, source.token);
      source.cancel();
      await assert.rejects(asked, { code: -32800 });
      await client.stop();
    }));

  test('is not done where there are no files', async () => {
    const client = await ProtocolClient.inProcess();
    assert.equal(await client.connection.sendRequest(VerifyRequest, { uri: 'file:///logs' }), null);
    await client.stop();
  });
});
