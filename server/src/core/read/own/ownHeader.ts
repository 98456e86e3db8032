import { carriers } from '../../../generated/carriers';
import { once } from '../../once';
import { mailName } from './mailCell';
import { DELIMITERS } from './namelessLines';
import { signOf } from './ownLogs';
import { ownTime } from './ownReading';
import { cellsOfLine } from './ownRow';
import { isOrganization } from './valueForm';

/** So much of a text is looked through for its first line. */
const LONGEST_HEADER = 20_000;

/** The names of the columns of a table, and where its first row begins; undefined where the first line does not name any. */
export function headerOf(text: string): { readonly columns: readonly string[]; readonly body: number } | undefined {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const head = text.slice(from, from + LONGEST_HEADER);
  const blank = /^\s*/.exec(head)?.[0].length ?? 0;
  const end = head.indexOf('\n', blank);
  if (end < 0) return undefined;
  const columns = columnsOfHeader(head.slice(blank, end).trimEnd());
  return columns && { columns, body: from + end + 1 };
}

/** What stands between the values, then the names, of a line that names the columns of a table with records. */
export function columnsOfHeader(line: string): readonly string[] | undefined {
  for (const delimiter of DELIMITERS) {
    const names = cellsOfLine(line, delimiter).map(({ text }) => text);
    if (names.length > 1 && (areNames(names) || (holdsMessages(names) && !names.some(isValue))))
      return [delimiter, ...names];
  }
  const [{ text: only = '' } = {}] = cellsOfLine(line, ',');
  return only.startsWith('@') && isMessages(only) ? [',', only] : undefined;
}

/** Times, yes or no, and organizations name no column: a mailbox access log has `Message` among its values. */
function isValue(text: string): boolean {
  return /^(?:\d{9,19}|true|false)$/i.test(text) || isOrganization(text);
}

/** Whether enough names are those of fields, and one of them nobody else uses. */
export function areNames(names: readonly string[]): boolean {
  if (names.includes('organization_arn')) return true;
  const audit = names.map(signOf);
  if (audit.filter((sign) => sign !== undefined).length >= 2 && audit.some((sign) => (sign ?? 0) >= 2)) return true;
  const mail = names.map((name) => name.split('.').map(mailName).join('.'));
  return (
    mail.includes('event.eventName') || (mail.includes('traceId') && mail.some((name) => /^event(?:\.|$)/.test(name)))
  );
}

/** Columns of CloudWatch Logs Insights, of tables of lines in query engines, and of tables that were exported here: a record stands in a cell. */
function holdsMessages(names: readonly string[]): boolean {
  return (names.includes('event') && names.includes('eventSource')) || names.some(isMessages);
}

const named = /* @__PURE__ */ once(() => ({
  messages: new Set(carriers().columns.messages),
  times: new Set(carriers().columns.times),
}));

/** Whether a column holds what was logged, by its name. */
export function isMessages(name: string): boolean {
  return named().messages.has(name.toLowerCase());
}

/** When CloudWatch has an event, in a column beside the record; milliseconds since 1970. */
export function timeInColumns(
  names: readonly string[],
  cells: readonly { readonly text: string }[],
): number | undefined {
  const { times } = named();
  const said = cells.map(({ text }, at) => (times.has((names[at] ?? '').toLowerCase()) ? ownTime(text) : undefined));
  return said.find((time) => time !== undefined);
}
