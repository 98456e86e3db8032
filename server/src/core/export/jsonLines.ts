import type { ExportedEvents } from './exportedEvent';

/** The events themselves, one a line. */
export async function* jsonLines(events: ExportedEvents): AsyncGenerator<string> {
  for await (const some of events) {
    let text = '';
    for (const { json } of some) text += `${json}\n`;
    yield text;
  }
}
