import type { Analysis } from './analysis';
import { addCounts, noCounts, statusText } from './core';
import type { LogStatus } from './protocol';

/** What was read of a log and what was found, in words and numbers. */
export function statusOf({ uri, outline, hasFailed, index }: Analysis): LogStatus {
  const counts = index.blocks.reduce((sum, { block }) => addCounts(sum, block.counts), noCounts);
  const status = hasFailed ? 'This log could not be analysed.' : statusText(outline, counts);
  return { uri, container: outline.container, status, ...counts };
}
