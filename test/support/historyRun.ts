import assert from 'node:assert/strict';
import { replay, stateData } from '../../server/src/core';
import { evidenceOf } from './evidenceOf';
import { plainState } from './naive/plainState';
import { randomHistory } from './randomHistory';
import { SeededNumbers } from './seededNumbers';

/**
 * A random history, and how things were at some moments of it: by the replay, and by a plain one that knows actions by name. The events
 * lie in several logs in any order.
 */
export function historySeed(seed: number): void {
  const numbers = new SeededNumbers(seed);
  const events = randomHistory(numbers);
  const logs: Record<string, string> = {};
  const parts = numbers.between(1, 3);
  for (let part = 0; part < parts; part++) {
    const own = events.filter((_, at) => at % parts === part);
    if (own.length > 0) logs[`${numbers.between(10, 99)}-${part}.json`] = JSON.stringify({ Records: own });
  }
  const history = replay(evidenceOf(logs));
  const times = events.map(({ eventTime }) => eventTime).sort();
  for (const until of [numbers.one(times), numbers.one(times), times.at(-1) ?? '']) {
    const time = Date.parse(until);
    const { at, notKnown: _, ...tables } = stateData(time, history.at(time)) as Record<string, unknown>;
    const expected = plainState(events, until);
    const others = Object.entries(tables).filter(([name, rows]) => !(name in expected) && (rows as []).length > 0);
    const compared = Object.fromEntries(Object.keys(expected).map((name) => [name, tables[name]]));
    assert.deepEqual({ at, ...compared, others }, { at: until, ...expected, others: [] }, `Seed ${seed} at ${until}.`);
  }
}
