import type { Gap } from '../gaps';
import { jsonRows } from '../tables/jsonRows';
import type { JsonTable } from '../tables/jsonTable';
import { closingBracket } from '../valueEnd';
import { OuterStructure } from '../wrapped/outerStructure';
import { ownKindOf } from './ownKind';
import { isOwnPairs, ownPairsView } from './ownPairsView';
import type { OwnPiece } from './ownPiece';
import { ownTime } from './ownReading';

/** Results of CloudWatch Logs Insights: each row a list of fields with their values. */
const FORM = 'logs-insights';
const FIRST = /\[\s*\{\s*"(?:field|value)"\s*:\s*"/g;
/** So many lists are asked whether they are a record. */
const ROWS_ASKED = 40;

/** Rows in which the fields of WorkMail's own logs are columns, each with its name; undefined where a text has none. */
export function ownPairsOf(text: string): JsonTable | undefined {
  return listsOf(text) ?? objectsOf(text);
}

function listsOf(text: string): JsonTable | undefined {
  let asked = 0;
  for (const { index } of text.matchAll(FIRST)) {
    if (asked++ === ROWS_ASKED) return undefined;
    const end = closingBracket(text, index, text.length);
    if (end >= 0 && isOwnPairs(text.slice(index, end)))
      return { form: FORM, as: 'pairs', first: index, under: undefined };
  }
  return undefined;
}

/** A name of a field of mail with the one of what it is in. */
const DOTTED = /"event\.\w[\w.]{0,60}"\s*:/g;

/** Rows that are objects, each field under a name with dots, as the console exports the same results: they are no records until the names are taken apart. */
function objectsOf(text: string): JsonTable | undefined {
  let structure: OuterStructure | undefined;
  let asked = 0;
  for (const { index } of text.matchAll(DOTTED)) {
    if (asked++ === ROWS_ASKED) return undefined;
    structure ??= new OuterStructure(text);
    structure.advance(index);
    for (const { at } of structure.objects()) {
      const end = closingBracket(text, at, text.length);
      if (end >= 0 && isOwnPairs(text.slice(at, end))) return { form: FORM, as: 'flat', first: at, under: undefined };
    }
  }
  return undefined;
}

/** All records of such rows, in their order. @returns what is wrong between them */
export function* piecesInPairs(text: string, table: JsonTable): Generator<OwnPiece, readonly Gap[]> {
  const rows = jsonRows(text, table, (source) => ({ form: 'delimited', source: ownPairsView(source).source }));
  for (let next = rows.next(); ; next = rows.next()) {
    if (next.done) return next.value.gaps;
    const row = next.value;
    const log = ownKindOf(row.value);
    if (log === undefined) continue;
    const around = timeIn(text.slice(row.start, row.end));
    yield { ...row, log, ...(around !== undefined && { around }) };
  }
}

/** When CloudWatch has the event, as Insights writes it: `2026-03-01 10:02:01.120`. */
const TIME = /"@timestamp"\s*(?:,\s*"value"\s*)?:\s*"([^"\\]{1,40})"/;

function timeIn(row: string): number | undefined {
  return ownTime(TIME.exec(row)?.[1]);
}
