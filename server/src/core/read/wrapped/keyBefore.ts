import { type EventStart, quoteOf, textBefore } from './eventStarts';

/** The key whose value an event is, or the string that it fills; undefined where it stands in a list or outside of JSON. */
export function keyBefore(text: string, { start, level, fills }: EventStart): string | undefined {
  const before = textBefore(text, start);
  const quote = quoteOf(fills ? level - 1 : level);
  const head = fills ? before.slice(0, -quote.length).trimEnd() : before;
  return keyAtEnd(head, quote);
}

/** The key of which the colon ends a text, in quotes of one level. */
function keyAtEnd(text: string, quote: string): string | undefined {
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
