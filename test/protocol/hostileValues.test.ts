/** Whatever a log holds, no surface of the editor takes it for anything else than text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { InspectRequest } from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { HOSTILE_VALUES, hostileLog } from '../support/hostileValues';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { ToldSurfaces } from '../support/toldSurfaces';

const FOLDER = 'file:///evidence/AWSLogs';

const capabilities: ClientCapabilities = {
  workspace: { ...likeVSCode.workspace, symbol: { resolveSupport: { properties: ['location.range'] } } },
  textDocument: {
    ...likeVSCode.textDocument,
    foldingRange: { foldingRange: { collapsedText: true } },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  },
};

for (const [what, value] of Object.entries(HOSTILE_VALUES)) {
  test(`no surface takes ${what} for anything else than text`, async () => {
    const text = hostileLog(value);
    const client = await ProtocolClient.inProcess({
      capabilities,
      announces: { logsChanged: true, repairCopy: true, alwaysPulls: true, showAll: true, views: true },
      settings: () => ({ showHints: true, showLenses: true }),
      files: filesWith({ [`${FOLDER}/disk.json`]: text.replaceAll('2026-03-01', '2026-03-02') }),
    });
    await client.connection.sendRequest(InspectRequest, { uri: FOLDER, isFolder: true });
    const told = await new ToldSurfaces(client, await client.open(text), value).all(FOLDER);
    const surfaces = new Set<string>();
    for (const { surface, rule, text: shown } of told) {
      surfaces.add(surface);
      assert.doesNotThrow(() => rule(shown, value), `${surface}: ${shown.slice(0, 1000)}`);
    }
    // Else nothing was looked at.
    assert.ok(surfaces.size >= 40, `${surfaces.size} surfaces: ${[...surfaces].join(', ')}`);
    await client.stop();
  });
}
