import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { InOrder } from '../../../server/src/node/writing/inOrder';
import type { Piece } from '../../../server/src/node/writing/messages';
import { SharedBytes } from '../../../server/src/node/writing/sharedBytes';
import { Turns } from '../../../server/src/node/writing/turns';

const shared = new SharedBytes(64, 8);

/** A piece with one row of each file. */
function pieceOf(...files: readonly number[]): Piece {
  return { ...shared.take(), files: files.map((file) => [file, 1]) };
}

suite('what threads write is handed on in the order of the files', () => {
  test('a file is written whose turn comes in the same turn of the event loop', async () => {
    const written: number[] = [];
    const turns = new Turns();
    const inOrder = new InOrder(turns, async ({ file }) => {
      written.push(file);
    });
    const pieces = [pieceOf(0), pieceOf(1, 2)];
    for (const piece of pieces) turns.hold(piece.bytes);
    for (const piece of pieces.slice(0, 1)) inOrder.add(piece);
    await inOrder.end();
    // One message brings rows of a later file, and that an earlier one is done.
    for (const piece of pieces.slice(1)) inOrder.add(piece);
    inOrder.finish(0);
    await inOrder.end();
    inOrder.finish(1);
    await inOrder.end();
    assert.deepEqual({ written, held: turns.shared[0] }, { written: [0, 1, 2], held: 0 });
  });
});
