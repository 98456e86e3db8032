import type { Container } from '../../record';
import { type EventStart, type Level, quoteOf, textBefore } from './eventStarts';

/**
 * What hands an event on, told by the key before it. `native` stands where CloudTrail itself puts its records; undefined
 * is a place where nobody keeps events.
 */
export function carrierOf(text: string, begun: EventStart): Container | 'native' | undefined {
  const { start, level, fills } = begun;
  const before = textBefore(text, start);
  if (level === 0) return ofObject(text, before);
  if (fills) return ofText(text, start, level, before);
  const key = keyBefore(before, quoteOf(level)) ?? '';
  return OBJECT_KEYS.has(key) && inCarriedText(text, start, level) ? withinMessages(text) : undefined;
}

/** Keys whose value is an event as an object. */
const OBJECT_KEYS: ReadonlyMap<string, Container> = new Map([
  ['detail', 'eventbridge'],
  ['CloudTrailEvent', 'lookup-events'],
  ['event', 'splunk'],
  ['_source', 'elastic'],
  ['aws', 'wazuh'],
  ['@message', 'logs-insights'],
  ['message', 'cloudwatch-logs'],
]);

function ofObject(text: string, before: string): Container | 'native' | undefined {
  if (/(?:^|[\r\n])\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(before)) return 'logs-export';
  if (/"Events"\s*:\s*\[$/.test(before)) return 'lookup-events';
  const key = /"([^"\\]{1,40})"\s*:$/.exec(before)?.[1];
  if (key === undefined) return before === '' || /[[,{}\]\ufeff\s]$/.test(before) ? 'native' : undefined;
  const container = OBJECT_KEYS.get(key);
  if (container === undefined || WITNESSES.get(container)?.test(text.slice(0, LOOKED_THROUGH)) === false)
    return undefined;
  return container === 'cloudwatch-logs' ? logsContainer(text) : container;
}

const LOOKED_THROUGH = 100_000;

/** What else stands in a text that hands events on as values of such common keys. */
const WITNESSES: ReadonlyMap<Container, RegExp> = new Map([
  ['eventbridge', /"detail-type"|"source"\s*:\s*"aws\./],
  ['splunk', /"(?:sourcetype|host|index|source|_raw|preview)"/],
  ['wazuh', /"(?:integration|log_info|agent|manager|rule|decoder)"/],
  ['cloudwatch-logs', /"(?:timestamp|ingestionTime|logEvents|@timestamp|logStreamName)"/],
  [
    'messages',
    /"(?:messageId|MessageId|ReceiptHandle|receiptHandle|TopicArn|eventSourceARN|Records|Messages|MD5OfBody)"/,
  ],
]);

/** Keys whose value is an event as a text. */
const TEXT_KEYS: ReadonlyMap<string, Container> = new Map([
  ['CloudTrailEvent', 'lookup-events'],
  ['message', 'cloudwatch-logs'],
  ['@message', 'logs-insights'],
  ['_raw', 'splunk'],
  ['event', 'splunk'],
  ['original', 'elastic'],
  ['event.original', 'elastic'],
  ['full_log', 'wazuh'],
  ['body', 'messages'],
  ['Body', 'messages'],
  ['Message', 'messages'],
]);

function ofText(text: string, start: number, level: Level, before: string): Container | undefined {
  const quote = quoteOf(level - 1);
  const head = before.slice(0, -quote.length).trimEnd();
  if (level === 1 && /"@message"\s*,\s*"value"\s*:$/.test(head)) return 'logs-insights';
  const key = keyBefore(head, quote);
  if (key === undefined) return level === 1 && /(?:^|[[,\]"\r\n\ufeff])$/.test(head) ? 'event-texts' : undefined;
  const container = TEXT_KEYS.get(key);
  if (container === undefined || !inCarriedText(text, start, level - 1)) return undefined;
  if (WITNESSES.get(container)?.test(text.slice(0, LOOKED_THROUGH)) === false) return undefined;
  if (level > 1) return withinMessages(text);
  return container === 'cloudwatch-logs' ? logsContainer(text) : container;
}

/** Keys of strings that hold JSON of a service that hands events on. */
const CARRIED: ReadonlySet<string> = new Set([
  'body',
  'Body',
  'Message',
  'message',
  '@message',
  '_raw',
  'value',
  'original',
]);
const LONGEST_ENVELOPE = 8000;

/** Whether the strings around an event, from this level outwards, are ones that services put their messages into. */
function inCarriedText(text: string, start: number, level: number): boolean {
  let before = text.slice(Math.max(0, start - LONGEST_ENVELOPE), start);
  for (let each = level; each > 0; each--) {
    const quote = quoteOf(each - 1);
    const opening = lastQuote(before, quote);
    if (opening < 0) return false;
    before = before.slice(0, opening).trimEnd();
    if (!CARRIED.has(keyBefore(before, quote) ?? '')) return false;
  }
  return true;
}

/** The key of which the colon ends a text, in quotes of one level. */
function keyBefore(text: string, quote: string): string | undefined {
  const head = text.endsWith(':') ? text.slice(0, -1).trimEnd() : '';
  if (!head.endsWith(quote)) return undefined;
  const end = head.length - quote.length;
  const start = lastQuote(head.slice(0, end), quote);
  return start < 0 ? undefined : head.slice(start + quote.length, end);
}

/** Where the last of these quotes stands that has no further backslash before it; -1 if none does. */
export function lastQuote(text: string, quote: string): number {
  let at = text.lastIndexOf(quote);
  while (at > 0 && text[at - 1] === '\\') at = text.lastIndexOf(quote, at - 1);
  return at;
}

function withinMessages(text: string): Container {
  const head = text.slice(0, LOOKED_THROUGH);
  return /"(?:ingestionTime|logEvents|logStreamName)"/.test(head) ? logsContainer(text) : 'messages';
}

/** `message` is the key of CloudWatch Logs, of its subscriptions, and of what ships logs to Elasticsearch. */
function logsContainer(text: string): Container {
  const head = text.slice(0, LOOKED_THROUGH);
  if (/"(?:logEvents|subscriptionFilters|DATA_MESSAGE)"/.test(head)) return 'logs-subscription';
  return /"@timestamp"|"_source"/.test(head) ? 'elastic' : 'cloudwatch-logs';
}
