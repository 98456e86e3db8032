import type { ExportedEvents } from './exportedEvent';

/** The events themselves, one a line. */
export async function* jsonLines(events: ExportedEvents): AsyncGenerator<string> {
  for await (const some of events) {
    yield some.map(({ json }) => `${json}\n`).join('');
  }
}
