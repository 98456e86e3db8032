import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { InOrder } from '../../../server/src/node/writing/inOrder';
import type { Piece } from '../../../server/src/node/writing/messages';
import { SharedBytes } from '../../../server/src/node/writing/sharedBytes';
import { Turns } from '../../../server/src/node/writing/turns';

const shared = new SharedBytes(64, 8);

/** A piece with one row of each file. */
function pieceOf(...files: readonly number[]): Piece {
  const piece = shared.take();
  return { ...piece, ends: piece.ends.subarray(0, files.length), files: files.map((file) => [file, 1]) };
}

suite('what threads write is handed on in the order of the files', () => {
  test('a file is written whose turn comes in the same turn of the event loop', async () => {
    const written: number[] = [];
    const turns = new Turns();
    const inOrder = new InOrder(turns, async (run) => {
      written.push(...run.map(({ file }) => file));
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

  for (const [title, pieces, done, runs] of [
    ['as far as they follow each other', [pieceOf(0, 1, 2), pieceOf(3)], [0, 1, 2, 3], [[0, 1, 2], [3]]],
    ['over files of which nothing is written', [pieceOf(0, 3), pieceOf(4)], [0, 1, 2, 3, 4], [[0, 3], [4]]],
    ['not before what stands in another piece', [pieceOf(0, 2), pieceOf(1)], [0, 1, 2], [[0], [1], [2]]],
    ['not where a piece has them in another order', [pieceOf(2, 0, 1)], [0, 1, 2], [[0, 1], [2]]],
    ['not before a file is done', [pieceOf(0, 1)], [1], [[0]]],
  ] as const) {
    test(`parts of a piece are handed on together, ${title}`, async () => {
      const written: (readonly number[])[] = [];
      const turns = new Turns();
      const inOrder = new InOrder(turns, async (run) => {
        written.push(run.map(({ file }) => file));
      });
      for (const piece of pieces) {
        turns.hold(piece.bytes);
        inOrder.add(piece);
      }
      for (const file of done) inOrder.finish(file);
      await inOrder.end();
      assert.deepEqual(written, runs);
    });
  }
});
