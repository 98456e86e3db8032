import { type Analysis, allFacts } from './analysis';
import { addEvent, addLog, emptySummary, type Summary } from './core';

/**
 * Adds up logs, event by event, yielding how many are added so far.
 *
 * @param logs by their position in the summary; undefined for one that is not open
 */
export function* summing(logs: readonly (Analysis | undefined)[]): Generator<number, Summary> {
  const summary = emptySummary();
  let added = 0;
  for (const [log, analysis] of logs.entries()) {
    addLog(summary, log);
    for (const facts of analysis === undefined ? [] : allFacts(analysis)) {
      addEvent(summary, log, facts);
      yield ++added;
    }
  }
  return summary;
}
