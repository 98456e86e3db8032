/** Whole values that have nothing to be broken at: strings, numbers, words, and empty brackets. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/gs;
const STEP = '  ';

/**
 * JSON with one member a line, every value exactly as it is written.
 *
 * @param source whole JSON
 * @param margin stands before every line
 */
export function indented(source: string, margin: string): string {
  let line = margin;
  let text = line;
  for (const [token] of source.matchAll(TOKEN)) {
    if (token === '{' || token === '[') text += token + newLine(line + STEP);
    else if (token === '}' || token === ']') text += newLine(line.slice(0, -STEP.length)) + token;
    else if (token === ',') text += token + newLine(line);
    else if (token === ':') text += ': ';
    else text += token.length > 1 && /^[{[]/.test(token) ? token.charAt(0) + token.slice(-1) : token;
  }
  return text;

  function newLine(next: string): string {
    line = next;
    return `\n${line}`;
  }
}
