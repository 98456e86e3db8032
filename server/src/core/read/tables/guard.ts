/**
 * How texts begin that a spreadsheet would run as a formula. What writes tables puts an apostrophe in front of them, and of those that
 * have apostrophes in front already, so that one can be taken away again.
 */
export const FORMULA = /^'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** A text without the apostrophe that was put in front of it. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
