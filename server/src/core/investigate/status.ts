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
  'cloudwatch-logs': 'events from CloudWatch Logs',
  'logs-subscription': 'CloudWatch Logs subscription message',
  'logs-export': 'CloudWatch Logs export to S3',
  'logs-insights': 'results of CloudWatch Logs Insights',
  eventbridge: 'EventBridge events',
  messages: 'messages of SQS or SNS with CloudTrail events',
  splunk: 'Splunk events',
  elastic: 'Elasticsearch documents',
  wazuh: 'Wazuh alerts',
  athena: 'rows of an Athena query',
  lake: 'results of a CloudTrail Lake query',
  'console-csv': 'event history as CSV (partial: without request and response)',
  csv: 'query results as CSV (partial: only the columns asked for)',
  none: 'not a CloudTrail log',
};

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
