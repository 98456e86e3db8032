import { CLOSE_BRACE, COMMA, skipSpaceBack } from '../characters';
import { nextTrailStart } from '../starts';
import { parseObject } from '../whole';

/** What stands before the first record of a log in one of CloudTrail's own forms. */
const BEFORE_RECORDS = /^\ufeff?\s*(?:\{\s*"Records"\s*:\s*)?\[?\s*(?=\{)/;

/**
 * Whether the beginning of a text is that of a log as CloudTrail writes it, record by record and nothing else: then nothing lies
 * over it but what stands in its values. Only saves the reading of it character by character: a record that is cut by the
 * end of the beginning is not looked at.
 */
export function isPlainHead(head: string): boolean {
  let at = BEFORE_RECORDS.exec(head)?.[0].length ?? -1;
  if (at < 0) return false;
  for (let records = 0; ; records++) {
    const next = nextTrailStart(head, at + 1);
    if (next < 0) return records > 0;
    let end = skipSpaceBack(head, next, at);
    if (head.charCodeAt(end - 1) === COMMA) end = skipSpaceBack(head, end - 1, at);
    if (head.charCodeAt(end - 1) !== CLOSE_BRACE || parseObject(head.slice(at, end)) === undefined) return false;
    at = next;
  }
}
