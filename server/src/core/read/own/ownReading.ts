import type { JsonObject, JsonValue } from '../../record';
import { truthOf } from '../tables/truthOf';
import { isObject } from '../whole';
import { ownKindOf } from './ownKind';
import type { OwnFieldSign, OwnWeight } from './ownLog';
import type { OwnLog } from './ownLogs';

/** What a record of WorkMail's own logs says, as events of all kinds are told. Absent, null, empty and `-` are the same. */
export interface OwnReading {
  readonly log: OwnLog;
  /** Where its fields stand: the record, or an object in it. */
  readonly fields: JsonObject;
  readonly record: JsonObject;
  /** Milliseconds since 1970; undefined where it does not say so. */
  readonly time: number | undefined;
  /** The time is told by what holds the record, not by the record itself. */
  readonly isAround: boolean;
  readonly act: string;
  /** Whether it was allowed, or worked; undefined where it does not say. */
  readonly allowed: boolean | undefined;
  readonly region: string;
  readonly account: string;
  readonly organization: string;
  readonly user: string;
  /** The impersonation role by which something was done: then the user may be whose mailbox it is. Empty without one. */
  readonly impersonator: string;
  /** The name that somebody signed in with, or the address that mail is sent from. */
  readonly name: string;
  readonly address: string;
  readonly userAgent: string;
  readonly request: string;
}

/** @param around when the event happened, as what holds the record says */
export function ownReading(record: JsonObject | undefined, around?: number): OwnReading | undefined {
  const log = ownKindOf(record);
  if (log === undefined || record === undefined) return undefined;
  const inner = log.within === undefined ? undefined : record[log.within];
  const fields = isObject(inner) ? inner : record;
  const time = timeOf(fields, log);
  const said = (role: string): string => saidIn(fields, log, role);
  return {
    log,
    fields,
    record,
    time: time ?? around,
    isAround: time === undefined && around !== undefined,
    act: actOf(fields, log),
    allowed: log.truth === undefined ? undefined : truthIn(fields[log.truth.name]),
    ...organizationIn(said('organization')),
    user: said('user'),
    impersonator: said('actor'),
    name: log.family === 'mail' ? senderIn(fields, log) : said('name'),
    address: said('address'),
    userAgent: said('agent'),
    request: said('request'),
  };
}

/** What the ARN of an organization says. */
export function organizationIn(arn: string): Pick<OwnReading, 'region' | 'account' | 'organization'> {
  const parts = arn.split(':');
  return {
    region: parts[3] ?? '',
    account: parts[4] ?? '',
    organization: (parts[5] ?? '').replace(/^organization\//, ''),
  };
}

function saidIn(fields: JsonObject, log: OwnLog, role: string): string {
  for (const name of log.byRole.get(role) ?? []) {
    const text = ownText(fields[name]);
    if (text !== '') return text;
  }
  return '';
}

/** A value as text; empty for null, for the mark of what is not there, and for what is no text. */
export function ownText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value === '-' || value === 'null' ? '' : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return '';
}

/** True and false, as JSON or a table writes them, and as Logs Insights answers. */
export function truthIn(value: JsonValue | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? truthOf(value) : undefined;
}

function actOf(fields: JsonObject, { act }: OwnLog): string {
  if (act.fixed !== undefined) return act.fixed;
  const name = act.field ?? act.path?.slice(act.path.lastIndexOf('.') + 1) ?? '';
  const written = ownText(fields[name]);
  return written === '' ? (act.otherwise ?? '') : written;
}

function timeOf(fields: JsonObject, log: OwnLog): number | undefined {
  for (const name of log.byRole.get('time') ?? []) {
    const time = ownTime(fields[name]);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** More seconds since 1970 than this are milliseconds: it is the year 5138. */
const MOST_SECONDS = 1e11;

/** A time in milliseconds since 1970: seconds, milliseconds, micro- or nanoseconds, as numbers or digits, or as text in ISO 8601. */
export function ownTime(value: JsonValue | undefined): number | undefined {
  let number = typeof value === 'number' ? value : Number.NaN;
  if (typeof value === 'string') {
    if (/^\d{9,19}(?:\.\d+)?$/.test(value)) number = Number(value);
    else if (/^\d{4}-\d\d-\d\d[T ]/.test(value))
      return timeIn(Date.parse(/[Zz]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value.replace(' ', 'T')}Z`));
  }
  if (!Number.isFinite(number) || number <= 0) return undefined;
  if (number < MOST_SECONDS) number *= 1000;
  while (number > 1000 * MOST_SECONDS) number /= 1000;
  return Math.round(number);
}

function timeIn(ms: number): number | undefined {
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

/** Who sends: `sender` acts where mail is sent on behalf of `from`. Of mail that comes in nobody here acted. */
function senderIn(fields: JsonObject, { id }: OwnLog): string {
  const { eventName, from, sender, flowDirection, envelope } = fields;
  if (id === 'mail-flow') {
    if (flowDirection !== 'OUTBOUND') return '';
    return addressIn(sender) || addressIn(isObject(envelope) ? envelope.mailFrom : undefined);
  }
  return typeof eventName === 'string' && eventName.startsWith('OUTGOING') ? ownText(sender) || ownText(from) : '';
}

function addressIn(value: JsonValue | undefined): string {
  return isObject(value) ? ownText(value.address) : ownText(value);
}

/** The text that a column keeps of a field; lists with a line feed between their parts. */
export function columnText(value: JsonValue | undefined, { form }: OwnFieldSign): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return isListText(value, form) ? listText(parsedList(value)) : ownText(value);
  if (form === 'envelope' && isObject(value)) return listText(value.recipients);
  if (form === 'addressed') return addressIn(value);
  if (form === 'bounced' && isObject(value)) return ownText(value.emailAddress);
  return listText(value);
}

/** Where values stand in a line, a list is written as text. */
function isListText(value: JsonValue, form: string): value is string {
  return typeof value === 'string' && value.startsWith('[') && (form === 'list' || form === 'addresses');
}

function parsedList(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

function listText(value: JsonValue | undefined): string {
  if (!Array.isArray(value)) return isObject(value) ? JSON.stringify(value) : ownText(value);
  const parts: readonly JsonValue[] = value;
  return parts
    .map((part) => addressIn(part) || (isObject(part) ? actionIn(part) : ''))
    .filter((each) => each !== '')
    .join('\n');
}

/** Of an action of a rule: what was done and to whom. */
function actionIn(part: JsonObject): string {
  const whom = listText(part.recipients).replaceAll('\n', ', ');
  return `${ownText(part.action)}${whom === '' ? '' : ` ${whom}`}`;
}

/** Columns of logs of WorkMail's own that can be asked for. */
export type OwnColumnName =
  | 'owner'
  | 'protocol'
  | 'item'
  | 'impersonator'
  | 'folder'
  | 'message'
  | 'from'
  | 'recipients';

/** What a record says in a column; empty where it does not have it. */
export function ownColumnText({ log, fields }: OwnReading, column: OwnColumnName): string {
  for (const field of log.fields) {
    const text = field.column === column ? columnText(fields[field.name], field) : '';
    if (text !== '') return text;
  }
  return '';
}

/** How much the act of a log matters. @param isAtHome see `isAtHome` */
export function weightOfAct(log: OwnLog, act: string, isAtHome: boolean): OwnWeight | undefined {
  const name = log.act.field ?? log.act.path?.slice(log.act.path.lastIndexOf('.') + 1);
  const told = name === undefined ? undefined : log.byName.get(name)?.values?.find(({ value }) => value === act);
  return (isAtHome ? told?.ownWeight : undefined) ?? told?.weight ?? log.act.weight;
}

/** Whether somebody did it in their own mailbox, as far as it says: by no role. */
export function isAtHome(reading: OwnReading): boolean {
  const { user, impersonator } = reading;
  return user !== '' && impersonator === '' && ownColumnText(reading, 'owner') === user;
}

/** Whether the act only reads; undefined where that is not known. */
export function readsOnly({ log, act }: Pick<OwnReading, 'log' | 'act'>): boolean | undefined {
  const name = log.act.field;
  const access =
    name === undefined ? undefined : log.byName.get(name)?.values?.find((each) => each.value === act)?.access;
  return access === undefined ? undefined : access === 'read';
}
