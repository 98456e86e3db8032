import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alternate, median, percentile, spread } from '../../bench/samples';
import { atLeast, atMost, tableOf } from '../../bench/section';

test('a median does not depend on the order, and lies between two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

test('a percentile lies between the two measurements beside it', () => {
  const hundred = Array.from({ length: 101 }, (_, value) => value);
  assert.equal(percentile(hundred, 0.99), 99);
  assert.equal(percentile([0, 10], 0.95), 9.5);
});

test('the spread compares the slowest and the quickest with the middle', () => {
  assert.equal(spread([8, 10, 14]), 0.6);
});

test('contenders take turns, each as often as it was asked to', async () => {
  const turns: string[] = [];
  const contender = (name: string, times: number) => ({ times, run: async () => turns.push(name) });
  const results = await alternate({ quick: contender('quick', 3), slow: contender('slow', 1) });
  assert.deepEqual(turns, ['quick', 'slow', 'quick', 'quick']);
  assert.deepEqual(results, { quick: [1, 3, 4], slow: [2] });
});

test('a figure is met at its limit, and missed behind it', () => {
  assert.equal(atMost(1.6, 1.6, '×'), '≤ 1.6×: met');
  assert.equal(atMost(1.61, 1.6, '×'), '≤ 1.6×: **missed**');
  assert.equal(atLeast(0.59, 0.6), '≥ 0.6: **missed**');
});

test('a section becomes a Markdown table', () => {
  const section = { title: 'Start', method: 'How.', columns: ['what', 'median'], rows: [['server', '12 ms']] };
  assert.equal(tableOf(section), '| what | median |\n| --- | --- |\n| server | 12 ms |');
});
