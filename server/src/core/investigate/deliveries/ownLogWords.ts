import { logDeliveries } from '../../../generated/logDeliveries';
import { secondText } from '../utcText';
import { EMAIL_EVENTS } from './logDeliveriesFile';
import type { LogChange, OwnLog } from './ownLog';

/** What more fields mean, and more changes of one log, nobody reads in a sentence. */
const MOST_FIELDS = 4;
const MOST_CHANGES = 6;
/** Of more changes the last ones are told as well: they say how the log is now. */
const LAST_CHANGES = 3;

/** `mailbox access log`; of a log type that nobody knows the type itself. */
export function titleOf(logType: string): string {
  if (logType === EMAIL_EVENTS) return logDeliveries().emailEvents.title;
  return logDeliveries().logs[logType]?.title ?? `log ${logType}`;
}

/** Which log it is, inside of a sentence: `the mailbox access log of m-…`. Values as they are. */
export function nameOfLog({ logType, organizationId, source, changes }: OwnLog): string {
  if (logType !== '') return `the ${titleOf(logType)} of ${organizationId}`;
  const named = source === '' ? '' : ` (${source})`;
  return `a log delivery of unknown kind${named === '' ? ` (${changes[0]?.delivery ?? ''})` : named}`;
}

/** The same at the beginning of one. */
export function nameAtStart(log: OwnLog): string {
  const name = nameOfLog(log);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** `source_ip (from where), user_agent`: what nobody knows without a field, where that is known. */
export function fieldsText(logType: string, fields: readonly string[]): string {
  const meanings = logDeliveries().logs[logType]?.fields ?? {};
  const shown = fields.slice(0, MOST_FIELDS).map((field) => {
    const meaning = Object.hasOwn(meanings, field) ? meanings[field] : undefined;
    return meaning === undefined ? field : `${field} (${meaning})`;
  });
  const left = fields.length - shown.length;
  return left > 0 ? `${shown.join(', ')} and ${left} more` : shown.join(', ');
}

/** `source_ip (from where), user_agent`: every field, and what nobody knows without the first of them. */
function allFieldsText(logType: string, fields: readonly string[]): string {
  return [fieldsText(logType, fields.slice(0, MOST_FIELDS)), ...fields.slice(MOST_FIELDS)].join(', ');
}

/** From when to when a log can be counted on, as a sentence. Values as they are. */
export function courseText(log: OwnLog): string {
  const { changes, logType } = log;
  const [first] = changes;
  const before = first?.what === 'on' ? 'not known before' : 'on before these calls, nobody knows since when';
  const told = changes.map((change, at) => changeText(change, changes[at - 1], logType));
  return `${nameAtStart(log)}: ${[before, ...firstAndLast(told)].join('; ')}.`;
}

/** The first and the last of many changes, and how many were between them. */
export function firstAndLast(told: readonly string[]): readonly string[] {
  if (told.length <= MOST_CHANGES) return told;
  const left = told.length - MOST_CHANGES;
  const more = `${left} more ${left === 1 ? 'change' : 'changes'}`;
  return [...told.slice(0, MOST_CHANGES - LAST_CHANGES), more, ...told.slice(-LAST_CHANGES)];
}

/** `since 2026-03-01 11:00:00 UTC` */
export function sinceText(time: number): string {
  return Number.isNaN(time) ? 'since a time that cannot be read' : `since ${secondText(time)} UTC`;
}

function changeText(change: LogChange, before: LogChange | undefined, logType: string): string {
  const { act, isOn, what, without, accounts, places } = change;
  const since = sinceText(act.row.time);
  if (!isOn) return `off ${since}`;
  const out = without.length > 0 ? [`without ${allFieldsText(logType, without)}`] : [];
  const to = accounts.length > 0 ? `, to account ${accounts.join(', ')}` : '';
  const at = what === 'moved' && places.length > 0 ? `, to ${places.join(', ')}` : '';
  return `${[...howText(change, before), ...out].join(' ')} ${since}${at}${to}`;
}

/** What a change made of a log that is on, beside the fields that it is without. */
function howText({ what, without, places }: LogChange, before: LogChange | undefined): readonly string[] {
  const lacks = without.length > 0;
  if (before === undefined) return what === 'on' || !lacks ? ['on'] : [];
  if (!before.isOn) return ['on again'];
  if (without.join() !== before.without.join()) return lacks ? [] : ['with all fields'];
  if (what === 'off') return ['delivered on fewer ways'];
  if (what === 'on') return ['delivered on more ways'];
  return [what === 'moved' && places.length > 0 ? 'delivered' : 'on'];
}
