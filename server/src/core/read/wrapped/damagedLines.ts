import type { Embedded } from './embedded';
import { readEmbedded } from './readEvent';

/** Fields of an event with their quotes and colons: text that merely mentions them has none. */
const KEY = /"(eventVersion|eventSource|eventName|eventTime|awsRegion|sourceIPAddress|userIdentity)"\s*:/g;
/** So many different ones stand in what is left of an event. */
const FEWEST = 3;
/** Where such an event begins: with its brace, or with a key where that is lost. */
const BEGINNING = /[{"]/;

/**
 * Events in lines of text that are damaged where they begin, so that nothing was found to begin there: told by their fields, in the
 * lines of a stretch that holds no other event.
 *
 * @param from offset behind the event before
 * @param to offset of the event behind
 */
export function* damagedInLines(text: string, from: number, to: number): Generator<Embedded> {
  for (let start = from; start < to; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > to ? to : feed;
    const line = text.slice(start, end).trimEnd();
    const begin = tellsAnEvent(line) ? line.search(BEGINNING) : -1;
    if (begin >= 0) {
      const read = readEmbedded(text, start + begin, start + line.length, 0);
      if (read.damages.length > 0) yield read;
    }
    start = end + 1;
  }
}

function tellsAnEvent(line: string): boolean {
  return new Set(Array.from(line.matchAll(KEY), ([, name]) => name)).size >= FEWEST;
}
