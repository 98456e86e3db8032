import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hashOf } from '../../../../server/src/core/investigate/case/hash';
import { sameCase } from '../../../../server/src/core/investigate/case/sameCase';
import { joinedSketch, type Sketch } from '../../../../server/src/core/investigate/case/sketch';

/** The sketch of events with these numbers. */
function sketch(from: number, to: number): Sketch {
  const hashes = Array.from({ length: to - from }, (_, at) => hashOf(`event ${from + at}`));
  return joinedSketch(hashes, []);
}

/** Which of some cases logs belong to, by its position. */
function chosen(logs: Sketch, ...cases: readonly Sketch[]): number | undefined {
  return sameCase(
    logs,
    cases.map((each, at) => ({ sketch: each, at })),
  )?.at;
}

suite('logs belong to a case', () => {
  test('that holds the same, however few or many events that are', () => {
    const sizes = [1, 3, 64, 65, 10_000];
    assert.deepEqual(
      sizes.map((size) => chosen(sketch(0, size), sketch(0, size))),
      sizes.map(() => 0),
    );
  });

  test('that they have grown from, and that they are a part of', () => {
    assert.equal(chosen(sketch(0, 1100), sketch(0, 1000)), 0);
    assert.equal(chosen(sketch(0, 5000), sketch(0, 1000)), 0);
    assert.equal(chosen(sketch(200, 900), sketch(0, 1000)), 0);
    assert.equal(chosen(sketch(0, 4), sketch(0, 2)), 0);
  });

  test('of which they have lost the first month of three', () => {
    assert.equal(chosen(sketch(300, 1200), sketch(0, 900)), 0);
  });

  test('of those that would do to the one that has most in common with them', () => {
    assert.equal(chosen(sketch(0, 1000), sketch(0, 600), sketch(0, 950), sketch(0, 3000)), 1);
  });

  test('and to none that shares a week of three months', () => {
    assert.equal(chosen(sketch(930, 1930), sketch(0, 1000)), undefined);
  });

  test('and to none that is an example which lies beside them', () => {
    assert.equal(chosen(sketch(0, 200), sketch(0, 1)), undefined);
    assert.equal(chosen(sketch(0, 40), sketch(39, 40)), undefined);
  });

  test('and to none that has nothing in common with them, or where there is nothing', () => {
    assert.equal(chosen(sketch(0, 100), sketch(100, 200)), undefined);
    assert.equal(chosen([], sketch(0, 100), []), undefined);
    assert.equal(chosen(sketch(0, 100)), undefined);
  });
});
