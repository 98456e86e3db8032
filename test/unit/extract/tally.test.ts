import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newExtractor } from '../../support/extractor';

const at = (second: number, source: string, more = ''): string =>
  `{"eventVersion":"1.08","eventTime":"2026-03-11T08:00:0${second}Z","eventSource":"${source}.amazonaws.com","eventName":"Call"${more}}`;
const log = (...records: readonly string[]): Uint8Array => new TextEncoder().encode(`{"Records":[${records.join()}]}`);
const time = (second: number): number => Date.UTC(2026, 2, 11, 8, 0, second);

describe('the sums over a log', () => {
  it('count the rows of each call, and tell the earliest and the latest time', () => {
    const extractor = newExtractor();
    extractor.extract(log(at(9, 'sns'), at(3, 'kms'), at(5, 'sns')));
    const { others, times, special } = extractor.tally();
    assert.deepEqual(
      { others: [...others], times, special: [...special] },
      { others: [0, 2, 1, 1], times: [time(3), time(9)], special: [] },
    );
  });

  it('leave out records of mail, and those that are handed over, but for the times of the former', () => {
    const extractor = newExtractor();
    extractor.extract(
      log(at(4, 'sns'), at(1, 'WorkMail'), at(9, 'kms', ',"userAgent":5'), at(5, 'workmailmessageflow')),
    );
    const { others, times, special } = extractor.tally();
    assert.deepEqual(
      { others: [...others], times, special: [...special] },
      { others: [0, 1], times: [time(1), time(5)], special: [1, 2, 3] },
    );
  });

  it('begin anew with every log, whatever became of the one before', () => {
    const extractor = newExtractor();
    extractor.extract(log(at(9, 'sns'), at(8, 'kms')));
    extractor.extract(new TextEncoder().encode(`{"Records":[${at(1, 'kms')}`));
    extractor.extract(log(at(5, 'kms')));
    const { others, times, special } = extractor.tally();
    assert.deepEqual(
      { others: [...others], times, special: [...special] },
      { others: [1, 1], times: [time(5), time(5)], special: [] },
    );
  });

  it('have no time where no row has one', () => {
    const extractor = newExtractor();
    extractor.extract(log(at(9, 'kms', ',"userAgent":5')));
    const { others, times, special } = extractor.tally();
    assert.deepEqual(
      { others: [...others], times, special: [...special] },
      { others: [], times: undefined, special: [0] },
    );
  });

  it('count as many calls as there are', () => {
    const extractor = newExtractor();
    const names = Array.from({ length: 1000 }, (_, index) => `service-${index}`);
    extractor.extract(log(...names.map((name) => at(1, name)), ...names.map((name) => at(2, name))));
    const { others } = extractor.tally();
    assert.deepEqual(
      [...others],
      names.flatMap((_, index) => [index, 2]),
    );
  });
});
