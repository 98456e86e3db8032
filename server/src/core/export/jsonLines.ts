import { ownLogs } from '../read/own/ownLogs';
import { ownReading } from '../read/own/ownReading';
import { parseObject } from '../read/whole';
import type { ExportedEvent, ExportedEvents } from './exportedEvent';

/** The events themselves, one a line. */
export async function* jsonLines(events: ExportedEvents): AsyncGenerator<string> {
  for await (const some of events) {
    yield some.map((event) => `${jsonLine(event)}\n`).join('');
  }
}

/**
 * The line of an event, without its end: the event itself. Where its time stood around it alone, as that of e-mail events does in what
 * CloudWatch Logs hands out, it is written so again, with the event as the text of `message`: else the time would be lost.
 */
export function jsonLine(event: ExportedEvent): string {
  const { row, json } = event;
  return hasTimeAround(event) ? JSON.stringify({ timestamp: row.time, message: json }) : json;
}

/** Whether the time of an event is told by what holds it, and by nothing in it. */
function hasTimeAround({ row, json }: ExportedEvent): boolean {
  if (Number.isNaN(row.time) || !ownLogs().some(({ id }) => id === row.source)) return false;
  const reading = ownReading(parseObject(json));
  return reading !== undefined && reading.time === undefined;
}
