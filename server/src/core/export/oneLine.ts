const SPACE = /[\n\r\t ]/;

/**
 * JSON in one line: white space between values is left out where the JSON has line breaks, and nothing else changes.
 *
 * @param json whole: no string of it holds a line break
 */
export function oneLine(json: string): string {
  if (!json.includes('\n') && !json.includes('\r')) return json;
  let line = '';
  let at = 0;
  while (at < json.length) {
    const quote = json.indexOf('"', at);
    const between = quote < 0 ? json.slice(at) : json.slice(at, quote);
    line += SPACE.test(between) ? between.replace(/[\n\r\t ]+/g, '') : between;
    if (quote < 0) break;
    at = stringEnd(json, quote);
    line += json.slice(quote, at);
  }
  return line;
}

/** Behind the quote that closes a string; the end of the text where none does. */
function stringEnd(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const quote = json.indexOf('"', at);
    if (quote < 0) break;
    let before = quote;
    while (json[before - 1] === '\\') before--;
    if ((quote - before) % 2 === 0) return quote + 1;
    at = quote;
  }
  return json.length;
}
