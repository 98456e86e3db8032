import type { Container, LogOutline } from '../record';
import { allRecords, type LogCounts } from './counts';

const containerWords: Readonly<Record<Container, string>> = {
  records: 'CloudTrail log file',
  single: 'single CloudTrail record',
  array: 'list of CloudTrail records',
  'json-lines': 'CloudTrail records, one a line',
  concatenated: 'CloudTrail records one after another',
  none: 'not a CloudTrail log',
};

/** How a log wraps its records, in a few words without an article. */
export function containerText(container: Container): string {
  return containerWords[container];
}

/** What was read and what was found in it, as one sentence. */
export function statusText({ container, kind }: Pick<LogOutline, 'container' | 'kind'>, counts: LogCounts): string {
  if (container === 'none')
    return kind === undefined ? 'Not a CloudTrail log.' : `Not a CloudTrail log: this is ${kind}.`;
  const { workmail, malformed, other } = counts;
  const words = containerText(container);
  const what = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const all = allRecords(counts);
  if (all === 0) return `${what} without records.`;
  const howMany = container === 'single' ? '' : `, ${all} ${all === 1 ? 'record' : 'records'}`;
  const parts = [
    workmail > 0 ? `${workmail} of WorkMail` : '',
    malformed > 0 ? `${malformed} malformed` : '',
    other > 0 ? `${other} of other services` : '',
  ];
  return `${what}${howMany}: ${parts.filter((part) => part !== '').join(', ')}.`;
}
