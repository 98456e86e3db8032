import type { OwnFieldSign } from './ownLog';
import { ownLogs } from './ownLogs';
import { CONTINUES, cellsOfLine, type OwnCell } from './ownRow';
import { isOneWord, mayBeOf } from './valueForm';

/** More values than this hold no delimiter. */
const MOST_MORE = 50;
/** No log has so many fields. All readings of a line are as many as the cube of what it has, and anybody can write a header. */
const MOST_NAMES = 100;

/** Columns of a line, and whether all of its values are told. */
export interface Fitted {
  readonly columns: readonly string[];
  readonly isWhole: boolean;
  /** It has fewer values than there are names. */
  readonly isShort?: true;
  /** It has as many, and one of them is none of its field: the line may be one of another log. */
  readonly isOdd?: true;
  /** A call has told of such lines, and the header has not. */
  readonly isTold?: true;
}

/** A header, and the fields that its names may be. */
export interface HeaderFields {
  /** What stands between the values, then the names. */
  readonly columns: readonly string[];
  /** Of each name what logs have of it; none of one that no log has. */
  readonly fields: readonly (readonly OwnFieldSign[])[];
}

/** The fields of a header, to be looked up once for all of its lines. */
export function headerFields(columns: readonly string[]): HeaderFields {
  return { columns, fields: columns.slice(1).map(fieldsOf) };
}

/**
 * The columns of a line under a header that names them. Where a value holds what stands between values, the line has more of them than there
 * are names: then values are named that are in their place however the line is read, and all others are called by their place. One that has fewer has
 * the first ones, if they are of the form of these.
 *
 * @returns undefined where no reading of the line fits
 */
export function fittedColumns(line: string, { columns, fields }: HeaderFields): Fitted | undefined {
  const [delimiter = '', ...names] = columns;
  const cells = cellsOfLine(line, delimiter);
  const more = cells.length - names.length;
  if (more === 0 || cells.slice(names.length).every(({ text }) => text === '')) {
    const areFirst = cells.every(({ text }, at) => mayBe(text, fields[at] ?? []));
    if (more >= 0) return { columns, isWhole: true, ...(!areFirst && { isOdd: true }) };
    return areFirst ? { columns, isWhole: true, isShort: true } : undefined;
  }
  if (more > MOST_MORE || names.length > MOST_NAMES) return undefined;
  const found = inPlace(line, cells, names, fields, delimiter);
  if (found === undefined || !found.includes('organization_arn')) return undefined;
  return { columns: [delimiter, ...found], isWhole: !found.some((name) => /^column_\d+$/.test(name)) };
}

/** Of each value the name of its field, where all readings of the line agree on it. */
function inPlace(
  line: string,
  cells: readonly OwnCell[],
  names: readonly string[],
  fields: HeaderFields['fields'],
  delimiter: string,
): readonly string[] | undefined {
  const more = cells.length - names.length;
  /** Whether a field may have the values from one to before another. */
  const fits = (field: number, from: number, to: number): boolean => {
    const [first, last] = [cells[from], cells[to - 1]];
    if (first === undefined || last === undefined) return false;
    const ofField = fields[field] ?? [];
    if (to - from > 1 && !mayHold(delimiter, ofField)) return false;
    return mayBe(to - from > 1 ? line.slice(first.start, last.end) : first.text, ofField);
  };
  const width = cells.length + 1;
  const behind = new Uint8Array((names.length + 1) * width);
  behind[names.length * width + cells.length] = 1;
  for (let field = names.length - 1; field >= 0; field--)
    for (let from = field; from <= field + more; from++)
      for (let to = from + 1; to <= field + 1 + more; to++)
        if (behind[(field + 1) * width + to] === 1 && fits(field, from, to)) behind[field * width + from] = 1;
  if (behind[0] !== 1) return undefined;
  const found = cells.map((_, at) => `column_${at + 1}`);
  let starts = [0];
  for (let field = 0; field < names.length; field++) {
    const ends = new Map<number, number>();
    let readings = 0;
    for (const from of starts)
      for (let to = from + 1; to <= field + 1 + more; to++) {
        if (behind[(field + 1) * width + to] !== 1 || !fits(field, from, to)) continue;
        readings++;
        ends.set(to, from);
      }
    const [[to, from] = [0, 0]] = ends;
    if (readings === 1) for (let at = from; at < to; at++) found[at] = at === from ? (names[field] ?? '') : CONTINUES;
    starts = Array.from(ends.keys());
  }
  return found;
}

/** What logs have a field of a name. */
function fieldsOf(name: string): readonly OwnFieldSign[] {
  return ownLogs().flatMap(({ family, byName }) => (family === 'audit' ? (byName.get(name) ?? []) : []));
}

function mayBe(text: string, fields: readonly OwnFieldSign[]): boolean {
  return fields.length === 0 || fields.some((field) => mayBeOf(text, field, true));
}

function mayHold(delimiter: string, fields: readonly OwnFieldSign[]): boolean {
  if (fields.length === 0 || !/[\s,;|]/.test(delimiter)) return true;
  return fields.some((field) => !isOneWord(field) && field.form !== 'truth' && field.values === undefined);
}
