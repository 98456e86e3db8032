import { COMMA, skipSpaceBack } from '../characters';
import { nextTrailStart } from '../starts';
import { parseObject } from '../whole';

/** What stands before the first record of a log in one of CloudTrail's own forms. */
const BEFORE_RECORDS = /^\ufeff?\s*(?:\{\s*"Records"\s*:\s*)?\[?\s*(?=\{)/;

/**
 * Whether the beginning of a text is that of a log as CloudTrail writes it, record by record and nothing else: then nothing lies
 * over it but what stands in its values. Only saves the reading of it character by character: a record that is cut by the
 * end of the beginning is not looked at.
 *
 * @param isCut the text goes on behind it
 */
export function isPlainHead(head: string, isCut: boolean): boolean {
  let at = BEFORE_RECORDS.exec(head)?.[0].length ?? -1;
  if (at < 0) return false;
  for (let records = 0; ; records++) {
    const next = nextTrailStart(head, at + 1);
    if (next < 0) return records > 0 && (isCut || isLast(head.slice(at).trimEnd()));
    let end = skipSpaceBack(head, next, at);
    if (head.charCodeAt(end - 1) === COMMA) end = skipSpaceBack(head, end - 1, at);
    if (!isRecord(head.slice(at, end))) return false;
    at = next;
  }
}

/** A record at the end of a log, with what closes the list and the object around it or without. */
function isLast(source: string): boolean {
  if (isRecord(source)) return true;
  const list = source.endsWith('}') ? source.slice(0, -1).trimEnd() : source;
  return list.endsWith(']') && isRecord(list.slice(0, -1).trimEnd());
}

function isRecord(source: string): boolean {
  return source.endsWith('}') && parseObject(source) !== undefined;
}
