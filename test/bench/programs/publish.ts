import { readFileSync } from 'node:fs';
import { DidChangeTextDocumentNotification } from 'vscode-languageserver-protocol/node';
import { ProtocolClient } from '../../support/protocolClient';
import { Chance } from '../generator/chance';
import { keystrokes } from '../keystrokes';

// `publish FILE EDITS`: a client that does not ask for problems types into a log of one line, and waits for what the real server
// sends. Prints how long each edit took, in milliseconds.
async function main([file = '', edits = '0']: readonly string[]): Promise<void> {
  const text = readFileSync(file, 'utf8');
  const { client, server } = await ProtocolClient.ofBundle({ capabilities: {} });
  const begin = performance.now();
  const uri = await client.open(text);
  await client.until(() => client.published.length > 0);
  const openedMs = performance.now() - begin;
  const editMs: number[] = [];
  let version = 1;
  for (const { at, typed } of keystrokes(text, new Chance(5), Number(edits))) {
    version++;
    const range = { start: { line: 0, character: at }, end: { line: 0, character: at + 1 } };
    const typedAt = performance.now();
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text: typed }],
    });
    await client.until(() => client.published.at(-1)?.version === version);
    editMs.push(performance.now() - typedAt);
  }
  server.kill();
  console.log(JSON.stringify({ openedMs, editMs }));
}

main(process.argv.slice(2)).then(() => process.exit());
