import { codeOf, label, locate, ruleOf, SECRET_MARK, SECRET_RULES, type Span, type TextEdit } from '../core/index';
import { type Analysis, faultyRecordsAt } from './analysis';
import { type Fix, touches } from './fixes';
import type { LogText } from './logText';

const SECRETS: ReadonlySet<string> = new Set(SECRET_RULES.map(codeOf));

/**
 * Edits that put CloudTrail's own mark in the place of secrets which stand in clear in a stretch of text. They take a fact
 * away, so they are no repairs: nothing makes them but the user who chooses one, and copies that are repaired keep the secret.
 */
export function redactionsAt(analysis: Analysis, span: Span): readonly Fix[] {
  const { text } = analysis;
  const found: Fix[] = [];
  for (const record of faultyRecordsAt(analysis, span)) {
    for (const problem of record.problems) {
      if (!SECRETS.has(problem.code)) continue;
      const place = locate(text, record, problem);
      const edit = touches(place, span) ? redacting(text, place) : undefined;
      const title = ruleOf(problem.code).fix(problem.detail);
      if (edit !== undefined && title !== undefined)
        found.push({ title: label(title), record, span: place, edits: [edit] });
    }
  }
  return found;
}

/** A quote as it is written in JSON (`"`), in a cell (`""`), or in a string that holds the event (`\"`, `\\\"`, `\""`). */
const QUOTE = /^\\*"{1,2}/;

/**
 * The text between the quotes of a value gives way; the quotes stay as they are written, whatever holds the event.
 *
 * @returns undefined for a value that has no quotes of its own, such as a number
 */
function redacting(text: LogText, { start, end }: Span): TextEdit | undefined {
  const written = text.slice(start, end);
  const quote = QUOTE.exec(written)?.[0] ?? '';
  if (quote === '' || written.length < 2 * quote.length || !written.endsWith(quote)) return undefined;
  return { start: start + quote.length, end: end - quote.length, text: SECRET_MARK };
}
