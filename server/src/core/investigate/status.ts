import type { Container, LogOutline } from '../record';
import { allRecords, type LogCounts } from './counts';

const containerWords: Readonly<Record<Container, string>> = {
  records: 'CloudTrail log file',
  single: 'single CloudTrail record',
  array: 'list of CloudTrail records',
  'json-lines': 'CloudTrail records, one a line',
  concatenated: 'CloudTrail records one after another',
  'lookup-events': 'lookup-events output',
  'event-texts': 'list of CloudTrail events as texts',
  'cloudwatch-logs': 'CloudWatch Logs events',
  'logs-subscription': 'CloudWatch Logs subscription message',
  'logs-export': 'CloudWatch Logs export',
  'logs-insights': 'CloudWatch Logs Insights results',
  eventbridge: 'EventBridge events',
  messages: 'SQS or SNS messages with CloudTrail events',
  splunk: 'Splunk events',
  elastic: 'Elasticsearch documents',
  wazuh: 'Wazuh alerts',
  athena: 'Athena query results',
  lake: 'CloudTrail Lake query results',
  'console-csv': 'event history as CSV',
  csv: 'query results as CSV',
  none: 'not a CloudTrail log',
};

/** What a log lacks that holds a part of each event only. */
const partialWords: Partial<Readonly<Record<Container, string>>> = {
  athena: 'partial: it has only the columns that were asked for',
  lake: 'partial: it has only the columns that were asked for',
  csv: 'partial: it has only the columns that were asked for',
  'console-csv': 'partial: the CSV has no request or response',
};

/** CloudTrail's own forms hold records; what hands them on holds events. */
const nativeForms: ReadonlySet<Container> = new Set<Container>([
  'records',
  'single',
  'array',
  'json-lines',
  'concatenated',
]);

/** How a log wraps its records, in a few words without an article. */
export function containerText(container: Container): string {
  return containerWords[container];
}

/** The same for a name that came from somewhere else, such as a thread or a file. */
export function formText(container: string): string {
  const known = new Map<string, string>(Object.entries(containerWords));
  return known.get(container) ?? container;
}

/** What was read and what was found in it, as one sentence. */
export function statusText({ container, kind }: Pick<LogOutline, 'container' | 'kind'>, counts: LogCounts): string {
  if (container === 'none')
    return kind === undefined ? 'Not a CloudTrail log.' : `Not a CloudTrail log: this is ${kind}.`;
  const { workmail, malformed, other } = counts;
  const words = kind ?? containerText(container);
  // The name of a command stays as it is typed.
  const what = container === 'lookup-events' ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const all = allRecords(counts);
  if (all === 0) return `${what} without records.`;
  const noun = nativeForms.has(container) ? 'record' : 'event';
  const howMany = container === 'single' ? '' : `, ${all} ${noun}${all === 1 ? '' : 's'}`;
  const parts = [
    workmail > 0 ? `${workmail} of WorkMail` : '',
    malformed > 0 ? `${malformed} malformed` : '',
    other > 0 ? `${other} of other services` : '',
  ];
  const partial = partialWords[container];
  const ending = partial === undefined ? '' : ` (${partial})`;
  return `${what}${howMany}: ${parts.filter((part) => part !== '').join(', ')}${ending}.`;
}
