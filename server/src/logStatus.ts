import { type Analysis, allFacts } from './analysis';
import { heapOf, type LogCounts, statusText } from './core';
import type { LogStatus } from './protocol';

/** What was read of a log and what was found, in words and numbers. */
export function statusOf(analysis: Analysis): LogStatus {
  const { uri, outline, hasFailed } = analysis;
  const counts = { workmail: 0, malformed: 0, other: 0 } satisfies LogCounts;
  for (const each of allFacts(analysis)) counts[heapOf(each)]++;
  const status = hasFailed ? 'This log could not be analysed.' : statusText(outline, counts);
  return { uri, container: outline.container, status, ...counts };
}
