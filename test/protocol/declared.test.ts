import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type ClientCapabilities,
  type CodeAction,
  type Command,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
} from 'vscode-languageserver-protocol/node';
import type { Announced } from '../../server/src/wire/protocol';
import { undeclared } from '../support/declared';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import type { Traffic } from '../support/traffic';
import { log, otherRecord, record } from './records';

interface Kind {
  readonly what: string;
  readonly capabilities: ClientCapabilities;
  readonly announces?: Announced;
}

const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } } };

const everything: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: { ...likeVSCode.workspace, executeCommand: {} },
  textDocument: {
    ...likeVSCode.textDocument,
    publishDiagnostics: {
      versionSupport: true,
      codeDescriptionSupport: true,
      relatedInformation: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    codeAction: {
      ...likeVSCode.textDocument?.codeAction,
      dataSupport: true,
      disabledSupport: true,
    },
    definition: { linkSupport: true },
  },
};

const kinds: readonly Kind[] = [
  { what: 'nothing', capabilities: {} },
  { what: 'empty objects', capabilities: { general: {}, window: {}, workspace: {}, textDocument: {} } },
  { what: 'asking for problems', capabilities: { textDocument: { diagnostic: {} } } },
  { what: 'edits and no literals', capabilities: { workspace: { applyEdit: true } } },
  {
    what: 'literals and no edits',
    capabilities: { textDocument: { codeAction: literals } },
  },
  {
    what: 'plain text alone',
    capabilities: {
      general: { positionEncodings: ['utf-8'] },
      textDocument: { hover: { contentFormat: ['plaintext'] }, publishDiagnostics: { versionSupport: true } },
    },
  },
  {
    // Says that it asks for problems, and never does.
    what: 'what @codemirror/lsp-client 6.3.0 declares',
    capabilities: {
      general: { markdown: { parser: 'marked' } },
      window: { showMessage: {} },
      textDocument: {
        diagnostic: {},
        hover: { contentFormat: ['markdown', 'plaintext'] },
        publishDiagnostics: { versionSupport: true },
      },
    },
  },
  {
    what: 'what Helix declares',
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      workspace: { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
        codeAction: { ...literals, isPreferredSupport: true, dataSupport: true },
      },
    },
  },
  { what: 'everything of LSP', capabilities: everything },
  {
    what: 'everything of LSP and ours',
    capabilities: everything,
    announces: { logsChanged: true, repairCopy: true, alwaysPulls: true, showAll: true, views: true },
  },
];

const text = log(otherRecord(), record())
  .replace(',"awsRegion"', '"awsRegion"')
  .replace(',"userAgent"', '"userAgent"')
  .replaceAll('"alice"', '"al\u00efce \u{1f600}"');

suite('nothing is sent that the client has not declared', () => {
  for (const { what, capabilities, announces = {} } of kinds) {
    test(what, async () => {
      const traffic: Traffic[] = [];
      const client = await ProtocolClient.inProcess({ capabilities, announces, traffic });
      const uri = await client.open(text);
      const { connection, initialized } = client;
      if (initialized.capabilities.diagnosticProvider === undefined) {
        await client.until(() => client.published.length > 0);
      } else await client.pull(uri);
      for (const needle of ['"eventName"', '"ListUsers"', '"203.0.113.5"', '"awsRegion"']) {
        const position = client.positionOf(uri, needle);
        await client.hover(uri, { line: position.line, character: position.character + 1 });
      }
      await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
      const start = client.positionOf(uri, '"awsRegion"');
      const actions: readonly (CodeAction | Command)[] = await client.codeActions(uri, { start, end: start });
      for (const action of actions) {
        const { command } = action;
        const [name, given] = typeof command === 'string' ? [command, action] : [command?.command ?? '', command];
        if (initialized.capabilities.executeCommandProvider?.commands.includes(name) !== true) continue;
        // Of several edits of one version, only the first can be made.
        const asked = { command: name, arguments: Object(given).arguments };
        await connection.sendRequest(ExecuteCommandRequest.type, asked).catch(() => undefined);
      }
      await client.changeSettings({ workmailTrail: { maxProblems: 1 } });
      await client.edit(uri, { start: 0, end: 0, text: ' ' });
      await client.pull(uri).catch(() => undefined);
      await client.close(uri);
      await client.stop();
      assert.deepEqual(undeclared(traffic), []);
    });
  }
});

test('what is sent to a client like VS Code is too much for one that declares nothing', async () => {
  const traffic: Traffic[] = [];
  const client = await ProtocolClient.inProcess({ traffic });
  const uri = await client.open(text);
  const [problem] = await client.diagnostics(uri);
  assert.ok(problem !== undefined);
  await client.hover(uri, problem.range.start);
  await client.codeActions(uri, problem.range, [problem]);
  await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  await client.until(() => client.revisions.length > 0);
  await client.stop();
  const [first, ...rest] = traffic;
  assert.ok(first !== undefined);
  const params = { processId: null, rootUri: null, capabilities: {} };
  const silent = { from: first.from, message: { ...first.message, params } };
  assert.deepEqual(Array.from(new Set(undeclared([silent, ...rest]))).sort(), [
    'A code action has isPreferred, without isPreferredSupport.',
    'A hover in markdown, without it in contentFormat.',
    'A label for symbols, without labelSupport.',
    'A literal of a code action, without codeActionLiteralSupport.',
    'A nested symbol, without hierarchicalDocumentSymbolSupport.',
    'A problem has codeDescription, without codeDescriptionSupport.',
    'A provider of problems for a client that can not ask for them.',
    'A symbol of the kind 24, which is not in symbolKind.valueSet.',
    'An edit with documentChanges, which the client does not take.',
    'Nobody has the command workmailTrail.repairCopy.',
    'Options of code actions for a client without literals of them.',
    'The request workspace/configuration was sent without workspace.configuration.',
    'workmailTrail/logsChanged was sent to a client that did not announce it.',
    'workspace/didChangeConfiguration was registered without workspace.didChangeConfiguration.dynamicRegistration.',
  ]);
});
