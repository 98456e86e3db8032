import type { FieldOrder } from './fieldOrder';
import { areProven, lackOrganization, leastValues } from './lacksOrganization';
import { type OwnLog, ownLogs } from './ownLogs';
import { cellsOfLine, type OwnCell } from './ownRow';
import { provenInPart } from './provenInPart';
import { mayBeOf, ORGANIZATION } from './valueForm';

/** What stands between values in the formats of log deliveries and in exports, the likelier first. */
export const DELIMITERS = ['\t', ',', '|', ';', ' '];

/** Columns of a line: what stands between the values, then the names of the values. */
export type Columns = readonly string[];

/** Whether values prove that they are those of an order. */
type Proves = (cells: readonly OwnCell[], fields: readonly string[], log: OwnLog) => boolean;

/** An order in which the fields of a log may stand. */
interface Candidate {
  readonly log: OwnLog;
  readonly fields: readonly string[];
}

/**
 * Lines of values without the names of their fields. Each line is asked by itself which field each value is, because a change of the delivery
 * changes the order in the middle of a log, minutes after the call. Nothing is guessed: an order holds for a line that has as many values, each
 * of the form of its field, where it is the only one.
 */
export class NamelessLines {
  readonly #delimiters: readonly string[];
  /** Orders that calls have told. */
  readonly #told: readonly Candidate[];
  /** Those of them that leave out the organization. */
  readonly #lacking: readonly Candidate[];
  /** All fields in the order of the documentation, where the first lines are like that. */
  readonly #documented: Columns | undefined;
  /** What the values of the first lines say themselves. */
  readonly #inPart: Columns | undefined;

  /**
   * @param lines the first ones
   * @param orders that calls have told
   */
  constructor(lines: readonly string[], orders: readonly FieldOrder[]) {
    this.#delimiters = [...new Set([...orders.flatMap(({ delimiter }) => delimiter ?? []), ...DELIMITERS])];
    this.#told = candidatesOf(orders);
    this.#lacking = this.#told.filter(lackOrganization);
    this.#documented = documentedColumns(lines, this.#delimiters);
    this.#inPart = this.#documented === undefined ? provenInPart(lines, this.#delimiters) : undefined;
  }

  /** Undefined where nobody can tell. */
  columnsOf(line: string): Columns | undefined {
    if (!ORGANIZATION.test(line)) return this.#provenOf(line);
    const told = this.#toldIn(line, this.#told);
    if (told !== undefined) return told === 'several' ? undefined : told;
    return fitting(line, this.#documented) ?? fitting(line, this.#inPart);
  }

  /** Whether a line is to be one of values: what is not read of it has to be told. */
  isAsked(line: string): boolean {
    if (ORGANIZATION.test(line)) return true;
    const least = Math.min(...this.#lacking.map(({ fields }) => leastValues(fields)));
    return (
      this.#lacking.length > 0 && this.#delimiters.some((delimiter) => cellsOfLine(line, delimiter).length >= least)
    );
  }

  #provenOf(line: string): Columns | undefined {
    const told = this.#toldIn(line, this.#lacking, areProven);
    return told === 'several' ? undefined : told;
  }

  #toldIn(
    line: string,
    candidates: readonly Candidate[],
    proves: Proves = () => true,
  ): Columns | 'several' | undefined {
    if (candidates.length === 0) return undefined;
    return this.#toldOf(line, candidates, proves, false) ?? this.#toldOf(line, candidates, proves, true);
  }

  #toldOf(
    line: string,
    candidates: readonly Candidate[],
    proves: Proves,
    tolerates: boolean,
  ): Columns | 'several' | undefined {
    let found: Columns | undefined;
    for (const delimiter of this.#delimiters) {
      const cells = cellsOfLine(line, delimiter);
      for (const { log, fields } of candidates) {
        if (!areOf(cells, fields, log, tolerates) || !proves(cells, fields, log)) continue;
        const columns = [delimiter, ...fields];
        if (found !== undefined && !tellTheSame(line, found, columns)) return 'several';
        found ??= columns;
      }
    }
    return found;
  }
}

/** Whether a line says the same either way: spaces that a delimiter has around it belong to no value. */
function tellTheSame(line: string, [left = '', ...names]: Columns, [right = '', ...others]: Columns): boolean {
  if (names.join('\n') !== others.join('\n')) return false;
  if (left === right) return true;
  const cells = cellsOfLine(line, right);
  return cellsOfLine(line, left).every(({ text }, at) => text === cells[at]?.text);
}

function candidatesOf(orders: readonly FieldOrder[]): readonly Candidate[] {
  const audit = ownLogs().filter(({ family }) => family === 'audit');
  return orders.flatMap(({ fields }) =>
    fields === undefined
      ? audit.map((log) => ({ log, fields: log.fields.map(({ name }) => name) }))
      : audit.flatMap((log) => (fields.every((name) => log.byName.has(name) || !isKnown(name)) ? { log, fields } : [])),
  );
}

function isKnown(name: string): boolean {
  return ownLogs().some(({ family, byName }) => family === 'audit' && byName.has(name));
}

function areOf(cells: readonly OwnCell[], fields: readonly string[], { byName }: OwnLog, tolerates: boolean): boolean {
  return (
    cells.length === fields.length &&
    fields.every((name, at) => mayBeOf(cells[at]?.text ?? '', byName.get(name), tolerates))
  );
}

/** Of ten lines, one may be damaged. */
function areMost<T>(all: readonly T[], isSo: (each: T) => boolean): boolean {
  return 10 * all.filter(isSo).length >= 9 * all.length;
}

/** Of the one log that has as many fields as nearly every line has values, in the order of the documentation, and each value of the form of its field. */
function documentedColumns(lines: readonly string[], delimiters: readonly string[]): Columns | undefined {
  for (const delimiter of delimiters) {
    const rows = lines.map((line) => cellsOfLine(line, delimiter));
    const [only, other] = ownLogs().filter((log) => {
      const fields = log.fields.map(({ name }) => name);
      return log.family === 'audit' && areMost(rows, (cells) => areOf(cells, fields, log, false));
    });
    if (only !== undefined && other === undefined) return [delimiter, ...only.fields.map(({ name }) => name)];
  }
  return undefined;
}

/** Columns that were told by other lines, if this one may have them. */
function fitting(line: string, columns: Columns | undefined): Columns | undefined {
  if (columns === undefined) return undefined;
  const [delimiter = '', ...names] = columns;
  const cells = cellsOfLine(line, delimiter);
  const isLike = ownLogs().some((log) => {
    const isOfLog = log.family === 'audit' && names.every((name) => log.byName.has(name) || !isKnown(name));
    return isOfLog && areOf(cells, names, log, true);
  });
  return isLike ? columns : undefined;
}
