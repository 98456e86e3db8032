/**
 * A reader of logs that knows nothing of the product: it looks for objects that begin as CloudTrail's records do, goes on to the brace
 * that closes them, and takes what `JSON.parse` takes. What is damaged it does not see.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Of each service and action, how many events there are, each once, how many failed, and the first and the last time. */
export type NaiveCounts = Readonly<
  Record<string, readonly [count: number, failed: number, first: string, last: string]>
>;

interface NaiveRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventTime: string;
  readonly eventSource: string;
  readonly errorCode?: string;
}

const START = /\{\s*"eventVersion"\s*:/g;

/** The records of a text that are whole, in its order. */
function wholeRecords(text: string): readonly NaiveRecord[] {
  return Array.from(text.matchAll(START)).flatMap(({ index }) => {
    const record = parsed(text.slice(index, closing(text, index)));
    return record === undefined ? [] : [record];
  });
}

/** Behind the brace that closes the one at `start`; the end of the text where none does. */
export function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (character === '{') {
      depth++;
    } else if (character === '}' && --depth === 0) {
      return at + 1;
    }
  }
  return text.length;
}

function parsed(text: string): NaiveRecord | undefined {
  try {
    const record = JSON.parse(text);
    return typeof record.eventID === 'string' ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Counts the events below a folder: records of one eventID, name and time are one event. */
export function naiveCounts(folder: string): NaiveCounts {
  const events = new Map<string, NaiveRecord>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:json|jsonl|gz)$/.test(file)) continue;
    const bytes = readFileSync(path.join(folder, file));
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    for (const record of wholeRecords(text))
      events.set([record.eventID, record.eventName, record.eventTime].join(' '), record);
  }
  const counts: Record<string, [number, number, string, string]> = {};
  for (const { eventSource, eventName, eventTime, errorCode } of events.values()) {
    const group = `${eventSource.replace('.amazonaws.com', '')} ${eventName}`;
    const [count, failed, first, last] = counts[group] ?? [0, 0, eventTime, eventTime];
    counts[group] = [
      count + 1,
      failed + (errorCode === undefined ? 0 : 1),
      eventTime < first ? eventTime : first,
      eventTime > last ? eventTime : last,
    ];
  }
  return counts;
}
