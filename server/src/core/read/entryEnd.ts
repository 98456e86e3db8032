import { run, START } from './grammar';
import { closingBracket } from './valueEnd';

/**
 * Behind the JSON value at `at`; negative if there is none that ends before `limit`. Deeper than the grammar machine goes,
 * brackets are counted.
 *
 * @returns `-(offset + 1)` of where the machine stopped
 */
export function entryEnd(text: string, at: number, limit: number): number {
  const stop = run(text, at, limit, START);
  if (stop.kind === 'closed') return stop.at;
  const end = stop.kind === 'deep' ? closingBracket(text, at, limit) : -1;
  return end > 0 && isJson(text.slice(at, end)) ? end : -stop.at - 1;
}

/** Whether all of a text is one JSON value. Costs a parse of it. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
