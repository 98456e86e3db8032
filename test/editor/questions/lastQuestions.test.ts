import assert from 'node:assert/strict';
import { LastQuestions } from '../../../client/src/questions/lastQuestions';

/** What a workspace keeps, in memory. */
function memento(kept: Map<string, unknown> = new Map()) {
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string): T | undefined => kept.get(key) as T | undefined,
    update: async (key: string, value: unknown) => {
      kept.set(key, value);
    },
  };
}

describe('what was asked last', () => {
  it('is told newest first, each question once, ten at most', async () => {
    const last = new LastQuestions(memento());
    for (let at = 0; at < 12; at += 1) {
      await last.add(`id:${at}`);
    }
    await last.add('id:5');
    assert.deepEqual(
      last.all(),
      [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((at) => `id:${at}`),
    );
  });

  it('is nothing where something else was kept', () => {
    assert.deepEqual(new LastQuestions(memento(new Map([['workmailTrail.lastQuestions', 'is:write']]))).all(), []);
    assert.deepEqual(new LastQuestions(memento(new Map([['workmailTrail.lastQuestions', ['a', 1]]]))).all(), ['a']);
  });
});
