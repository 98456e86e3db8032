import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PositionEncodingKind } from 'vscode-languageserver-protocol/node';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const name = 'Zo\u00eb \u{1f600} \u65e5\u672c';
const whole = log(record({ userAgent: name }));
const damaged = whole.replace(',"requestParameters"', '"requestParameters"');

/** How far a text reaches in an encoding. */
function reach(text: string, encoding: string): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  return encoding === 'utf-32' ? Array.from(text).length : text.length;
}

async function withEncodings(...positionEncodings: PositionEncodingKind[]): Promise<ProtocolClient> {
  const textDocument = { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } };
  return ProtocolClient.inProcess({ capabilities: { general: { positionEncodings }, textDocument }, announces: {} });
}

test('UTF-16 is taken where it is offered and UTF-32 does not come first, else what the client would like best', async () => {
  for (const [offered, answered] of [
    [['utf-16'], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-16'],
    [['utf-32', 'utf-16'], 'utf-32'],
    [['utf-8', 'utf-32'], 'utf-8'],
    [['ebcdic', 'utf-8', 'utf-32'], 'utf-8'],
    [['ebcdic'], 'utf-16'],
    [[], 'utf-16'],
  ] as const) {
    const client = await withEncodings(...offered);
    assert.equal(client.initialized.capabilities.positionEncoding, answered, offered.join());
    await client.stop();
  }
  const silent = await ProtocolClient.inProcess({ capabilities: {} });
  assert.equal(silent.initialized.capabilities.positionEncoding, undefined);
  await silent.stop();
});

for (const encoding of ['utf-8', 'utf-32', 'utf-16'] as const) {
  test(`problems, hovers, fixes and edits are counted in ${encoding}`, async () => {
    const client = await withEncodings(encoding);
    const uri = await client.open(damaged);
    const character = (offset: number, text = damaged): number => reach(text.slice(0, offset), encoding);
    const at = damaged.indexOf('"requestParameters"');
    const range = {
      start: { line: 0, character: character(at) },
      end: { line: 0, character: character(at) + '"requestParameters"'.length },
    };
    await client.until(() => client.published.length === 1);
    const [problem] = client.published[0]?.diagnostics ?? [];
    assert.deepEqual(problem?.range, range);

    const hover = await client.hover(uri, { line: 0, character: character(damaged.indexOf(name) + name.length) });
    assert.deepEqual(hover?.range, {
      start: { line: 0, character: character(damaged.indexOf(`"${name}`)) },
      end: { line: 0, character: character(damaged.indexOf(`"${name}`) + name.length + 2) },
    });

    const [fix] = await client.codeActions(uri, range, [problem]);
    const place = { line: 0, character: character(at) };
    assert.deepEqual(fix?.edit, { changes: { [uri]: [{ range: { start: place, end: place }, newText: ',' }] } });

    const textDocument = { uri, version: 2 };
    const added = whole.indexOf('"responseElements"');
    const behind = { line: 0, character: character(added, whole) };
    const contentChanges = [
      { range: { start: place, end: place }, text: ',' },
      // Counted in the text that the first change has made.
      { range: { start: behind, end: behind }, text: '"unheardOf":1,' },
    ];
    await client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    await client.until(() => client.published.length === 2);
    assert.deepEqual(
      client.published[1]?.diagnostics.map(({ message, ...found }) => [message, found.range]),
      [
        [
          'unheardOf is not a known field of the record format.',
          { start: behind, end: { line: 0, character: behind.character + '"unheardOf"'.length } },
        ],
      ],
    );
    await client.stop();
  });
}
