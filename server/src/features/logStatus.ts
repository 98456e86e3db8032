import { addCounts, noCounts, statusText } from '../core/index';
import type { Analysis } from '../documents/analysis';
import type { LogStatus } from '../wire/protocol';

/** What was read of a log and what was found, in words and numbers. */
export function statusOf({ uri, outline, hasFailed, index }: Analysis): LogStatus {
  const counts = index.blocks.reduce((sum, { block }) => addCounts(sum, block.counts), noCounts);
  const status = hasFailed ? 'This log could not be analysed.' : statusText(outline, counts);
  return { uri, container: outline.container, status, ...counts };
}
