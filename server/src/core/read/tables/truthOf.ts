/** CloudWatch Logs Insights answers with 1 for true and 0 for false, and so do databases that have no truth values. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

/** What the text of a cell says of true and false, as a table writes them; undefined for any other text. */
export function truthOf(text: string): boolean | undefined {
  return TRUTHS.get(text.toLowerCase());
}
