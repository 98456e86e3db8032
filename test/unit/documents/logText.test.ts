import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LogText } from '../../../server/src/documents/logText';

/** Longer than two pieces, with line breaks of every kind close to where pieces meet. */
const long = `${'0123456789abcde\n'.repeat(20_000)}${'\r\n'.repeat(70_000)}${'x'.repeat(300_000)}\r\ny\r`;

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(400_000)),
  text: fc.oneof(
    fc.constantFrom('', '\n', '\r', '\r\n', 'x', '😀', 'a\nb\rc\r\nd'),
    fc.integer({ min: 0, max: 300_000 }).map((count) => 'line\r\n'.repeat(count / 6)),
  ),
});

test('after any edits text and positions are those of the library that keeps documents as one string', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'x', 'a\r\nb', long),
      fc.array(edit, { maxLength: 6 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 }),
      (start, edits, places) => {
        let plain = start;
        let text = LogText.of(start);
        for (const { at, length, text: put } of edits) {
          const from = Math.floor(at * plain.length);
          const to = Math.min(plain.length, from + length);
          const before = text;
          text = text.edited(from, to, put);
          assert.ok(before.slice(0, before.length) === plain);
          plain = plain.slice(0, from) + put + plain.slice(to);
        }
        const document = TextDocument.create('', '', 0, plain);
        assert.equal(text.length, plain.length);
        for (const place of places) {
          const offset = Math.floor(place * plain.length);
          for (const near of [offset - 1, offset, offset + 1, -1, plain.length, plain.length + 1]) {
            const position = document.positionAt(near);
            assert.deepEqual(text.positionAt(near), position);
            for (const character of [position.character, position.character + 1, 1e9, -1]) {
              const there = { line: position.line, character };
              assert.equal(text.offsetAt(there), document.offsetAt(there));
            }
          }
          assert.ok(text.slice(Math.floor(offset / 2), offset) === plain.slice(Math.floor(offset / 2), offset));
        }
        for (const line of [-1, document.lineCount - 1, document.lineCount, 1e9]) {
          const there = { line, character: 1 };
          assert.equal(text.offsetAt(there), document.offsetAt(there));
        }
        assert.ok(text.whole() === plain);
        assert.ok(text.edited(0, 0, '{').whole() === `{${plain}`);
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

/** Characters of every width, long enough for several pieces, with pairs where pieces meet. */
const wide = `${'é日😀x\n'.repeat(9000)}x${'😀'.repeat(80_000)}\r\n${'日é'.repeat(40_000)}`;

for (const [encoding, reach] of [
  ['utf-8', (text: string) => Buffer.byteLength(text)],
  ['utf-32', (text: string) => Array.from(text).length],
] as const) {
  test(`positions are counted in ${encoding} where that was agreed, after any edits`, () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 4 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 4 }),
        (edits, places) => {
          let plain = wide;
          let text = LogText.of(wide, encoding);
          for (const { at, length, text: put } of edits) {
            const from = Math.floor(at * plain.length);
            const to = Math.min(plain.length, from + length);
            text = text.edited(from, to, put);
            plain = plain.slice(0, from) + put + plain.slice(to);
          }
          const document = TextDocument.create('', '', 0, plain);
          for (const place of places) {
            const { line, character } = document.positionAt(Math.floor(place * plain.length));
            const start = document.offsetAt({ line, character: 0 });
            const before = plain.slice(start, start + character);
            const isInside = /[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(plain.slice(start + character));
            const border = isInside ? before.slice(0, -1) : before;
            const position = { line, character: reach(border) };
            assert.deepEqual(text.positionAt(start + character), position);
            assert.equal(text.offsetAt(position), start + border.length);
          }
          assert.ok(text.whole() === plain);
        },
      ),
      { numRuns: 30, seed: 1 },
    );
  });
}
