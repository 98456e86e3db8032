import { log, otherRecord, record } from '../records';

/** The keys before which something is missing, in the order of the text. */
const damagedKeys = ['requestParameters', 'requestID', 'recipientAccountId'] as const;

/** A log to be shown and repaired in an editor. */
export interface EditorLog {
  readonly text: string;
  /** What it says when all is repaired. */
  readonly repaired: unknown;
  /** What an editor shows of it that counts columns like this. */
  problems(columns: (text: string) => number): readonly object[];
}

/** Two events on one line, the second of which has a user agent and lacks three commas behind it. */
export function editorLog(userAgent: string): EditorLog {
  const text = log(otherRecord(), record({ userAgent }))
    .replace(/,"requestParameters":\{/, '"requestParameters":{')
    .replace(/,"requestID"(?!.*"requestID")/, '"requestID"')
    .replace(/,"recipientAccountId"(?!.*"recipientAccountId")/, '"recipientAccountId"');
  return {
    text,
    repaired: { Records: [otherRecord(), record({ userAgent })] },
    problems: (columns) =>
      damagedKeys.map((key) => ({
        line: 0,
        column: columns(text.slice(0, text.lastIndexOf(`"${key}"`))),
        message: `Missing comma before "${key}".`,
      })),
  };
}
