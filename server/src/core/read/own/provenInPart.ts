import type { OwnFieldSign } from './ownLog';
import { type OwnLog, ownLogs } from './ownLogs';
import { cellsOfLine } from './ownRow';
import { isNothing } from './ownView';
import { isClosed, isOfForm, isWordOf } from './valueForm';

/** Two lines may be alike by chance. */
const LEAST_LINES = 3;
const LEAST_VALUES = 4;
/** A word that no ordinary text has: `read_attachment`, `AccessControl`. */
const COMPOUND = /_|[a-z][A-Z]/;

/**
 * Names of those values of lines without any names that are sure by what they are: the organization, times, addresses, yes or no, and words that
 * only one field of one log has. All others are called by their place: which of several ids is whose, no value tells.
 *
 * @param lines the first ones; all of them have to agree
 * @returns undefined where it is not sure which log it is
 */
export function provenInPart(
  lines: readonly string[],
  delimiters: readonly string[],
): readonly [string, ...string[]] | undefined {
  if (lines.length < LEAST_LINES) return undefined;
  for (const delimiter of delimiters) {
    const rows = lines.map((line) => cellsOfLine(line, delimiter).map(({ text }) => text));
    const count = rows[0]?.length ?? 0;
    if (count < LEAST_VALUES || !rows.every((cells) => cells.length === count)) continue;
    const columns = Array.from({ length: count }, (_, at) =>
      rows.flatMap((cells) => (isNothing(cells[at] ?? '') ? [] : (cells[at] ?? ''))),
    );
    const log = logOf(columns);
    if (log === undefined) continue;
    const names = namesOf(columns, log);
    if (names.includes('organization_arn')) return [delimiter, ...names];
  }
  return undefined;
}

/** The log of which columns hold words that no field of another one has: two of them, or one that nothing else is called. */
function logOf(columns: readonly (readonly string[])[]): OwnLog | undefined {
  const words = new Map<OwnLog, Set<string>>();
  for (const values of columns) {
    const owners = ownLogs().flatMap((log) =>
      log.family === 'audit' && log.fields.some((field) => isAllWords(values, field)) ? log : [],
    );
    const [only, other] = owners;
    if (only !== undefined && other === undefined)
      words.set(only, new Set([...(words.get(only) ?? []), ...values.map((value) => value.toLowerCase())]));
    if (only !== undefined && other === undefined && values.some((value) => COMPOUND.test(value)))
      words.get(only)?.add('');
  }
  const [found, ...others] = [...words];
  return found !== undefined && others.length === 0 && found[1].size >= 2 ? found[0] : undefined;
}

function isAllWords(values: readonly string[], field: OwnFieldSign): boolean {
  return values.length > 0 && values.every((value) => isWordOf(value, field));
}

/** The name of each column: that of the one field whose form it has, if no other column has that form as well. */
function namesOf(columns: readonly (readonly string[])[], log: OwnLog): readonly string[] {
  const found = columns.map((values) => {
    if (values.length === 0) return undefined;
    const [only, other] = log.fields.filter((field) =>
      isClosed(field) ? values.every((value) => isOfForm(value, field)) : isAllWords(values, field),
    );
    return other === undefined && !mayBeOtherTime(only, log) ? only?.name : undefined;
  });
  return found.map((name, at) =>
    name !== undefined && found.indexOf(name) === found.lastIndexOf(name) ? name : `column_${at + 1}`,
  );
}

/** Where a log has two fields with times, one alone may be either. */
function mayBeOtherTime(field: OwnFieldSign | undefined, { fields }: OwnLog): boolean {
  return field?.form === 'time' && fields.filter(({ form }) => form === 'time').length > 1;
}
