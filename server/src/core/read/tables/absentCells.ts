/** What tools write into the cell of a table where there is no value. */

/** No field of CloudTrail's says these: JavaScript writes the one for what is not there, CloudTrail's console the other. */
const NEVER_SAID: ReadonlySet<string> = new Set(['', '-', 'undefined']);

/** Words that a caller may have typed, and that are no values of fields which CloudTrail fills in. */
const WORDS: ReadonlySet<string> = new Set(['NULL', 'null', 'None', 'nil', 'NaN', 'N/A', '\\N', '(null)', '<null>']);

/** Fields that say what callers and services wrote. */
const FREE: ReadonlySet<string> = new Set(['requestParameters', 'responseElements', 'userAgent']);

/** Whether a text stands for no value, whatever the column. */
export function isNeverSaid(text: string): boolean {
  return NEVER_SAID.has(text);
}

/** Whether a text stands for no value in the column of a field. */
export function isAbsent(text: string, path: readonly string[]): boolean {
  return NEVER_SAID.has(text) || (WORDS.has(text) && !FREE.has(path[0] ?? ''));
}

/** Whether the text in the column of an object or a list is none: what a caller wrote stands deeper. */
export function isNoObject(text: string): boolean {
  return WORDS.has(text);
}
