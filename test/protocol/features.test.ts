import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { RequestType } from 'vscode-jsonrpc';
import { createLogFiles } from '../../server/src/node/logFiles';
import { createIntegrity } from '../../server/src/node/verify/fileIntegrity';
import * as protocol from '../../server/src/wire/protocol';
import { type AskedOfServer, askedOfServer, featureExamples, holdsLine } from '../support/featureExamples';
import { projectRoot } from '../support/projectRoot';
import { ProtocolClient } from '../support/protocolClient';
import { ran } from '../unit/cli/terminal';

const root = projectRoot();
const workerFile = path.join(root, 'dist', 'scanWorker.js');
const examples = featureExamples();
const requests = examples.filter(({ kind }) => kind === 'lsp').map(({ asked }) => askedOfServer(asked));
const advice = 'Write an example under the heading of the feature in docs/features.md.';

suite('docs/features.md', () => {
  const clients = new Map<string, Promise<ProtocolClient>>();
  after(async () => {
    for (const client of clients.values()) await (await client).stop();
  });

  for (const { kind, feature, asked, answer } of examples) {
    test(`${feature}: ${asked}`, async () => {
      const found = kind === 'terminal' ? await typed(asked) : await told(askedOfServer(asked), clients);
      assert.ok(
        holdsLine(found, answer),
        `${answer}\nis not in\n${JSON.stringify(found, undefined, 2).slice(0, 20_000)}`,
      );
    });
  }

  test('has an example of every command of the terminal', async () => {
    const { stdout } = await ran(['--help']);
    const commands = [...stdout.matchAll(/^ {2}workmail-trail (\w+)/gm)].map(
      ([, command]) => `workmail-trail ${command} `,
    );
    const missing = commands.filter((command) => !examples.some(({ asked }) => asked.startsWith(command)));
    assert.deepEqual(missing, [], advice);
  });

  test('has an example of every request of ours', () => {
    const methods = Object.values(protocol).flatMap((each) => (each instanceof RequestType ? [each.method] : []));
    const missing = methods.filter((method) => !requests.some((request) => request.method === method));
    assert.deepEqual([missing, methods.length > 10], [[], true], advice);
  });

  test('has an example of everything that the server says it can do', async () => {
    const client = await ProtocolClient.inProcess();
    const able = Object.keys(client.initialized.capabilities).flatMap(
      (name) => /^(\w+)Provider$/.exec(name)?.[1] ?? [],
    );
    await client.stop();
    const methods = requests.map(({ method }) => method.replaceAll('/', '').toLowerCase());
    const missing = able.filter((name) => !methods.some((method) => method.endsWith(name.toLowerCase())));
    assert.deepEqual([missing, able.length > 2], [[], true], advice);
  });
});

/** What a command writes: its lines, and what is JSON in them. `$TMP` is an empty folder, in what comes back, too. */
async function typed(asked: string): Promise<unknown> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-features-'));
  try {
    const [program, ...args] = asked.replaceAll('$TMP', folder).match(/'[^']*'|\S+/g) ?? [];
    assert.equal(program, 'workmail-trail');
    const { stdout, stderr } = await ran(args.map((argument) => argument.replace(/^'(.*)'$/, '$1')));
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
    return [
      ...[stdout, stderr].map((text) => text.replaceAll(folder, '$TMP')),
      ...lines.map((line) => JSON.parse(line)),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the server answers, which knows the place of the example and nothing else. */
async function told(asked: AskedOfServer, clients: Map<string, Promise<ProtocolClient>>): Promise<unknown> {
  const uri = pathToFileURL(path.join(root, asked.place)).href;
  const known = clients.get(uri) ?? knowing(asked.place, uri);
  clients.set(uri, known);
  const client = await known;
  const position = asked.at === undefined ? undefined : client.positionOf(uri, asked.at);
  const range = position && { start: position, end: position };
  const words = { $uri: uri, $view: protocol.viewUri({ log: uri }), $position: position, $range: range };
  const given: unknown = JSON.parse(asked.members ?? '{}', (_, value) =>
    typeof value === 'string' && Object.hasOwn(words, value) ? words[value as keyof typeof words] : value,
  );
  return client.connection.sendRequest(asked.method, paramsOf(asked, uri, position, given));
}

function paramsOf({ method, members }: AskedOfServer, uri: string, position: unknown, given: unknown): object {
  const more = typeof given === 'object' && given !== null ? given : {};
  if (method.startsWith('workmailTrail/')) return members === undefined ? { uri } : more;
  const range = { start: position, end: position };
  const here =
    position === undefined ? {} : { position, range, context: { diagnostics: [], includeDeclaration: true } };
  // What is asked of all logs names none.
  return method.startsWith('workspace/') ? more : { textDocument: { uri }, ...here, ...more };
}

async function knowing(place: string, uri: string): Promise<ProtocolClient> {
  const files = createLogFiles({ workerFile, threads: 1 });
  const integrity = createIntegrity({ workerFile: path.join(root, 'dist', 'hashWorker.js') });
  const client = await ProtocolClient.inProcess({
    files,
    integrity,
    settings: () => ({ showHints: true, showLenses: true }),
  });
  if (statSync(path.join(root, place)).isDirectory())
    await client.connection.sendRequest(protocol.InspectRequest, { uri, isFolder: true });
  else await client.open(readFileSync(path.join(root, place), 'utf8'), uri);
  return client;
}
