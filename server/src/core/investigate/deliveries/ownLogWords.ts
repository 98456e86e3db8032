import { logDeliveries } from '../../../generated/logDeliveries';
import { secondText } from '../utcText';
import { EMAIL_EVENTS } from './logDeliveriesFile';
import type { LogChange, OwnLog } from './ownLog';

/** More fields and more changes of one log nobody reads in a sentence. */
const MOST_FIELDS = 4;
const MOST_CHANGES = 6;

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

/** From when to when a log can be counted on, as a sentence. Values as they are. */
export function courseText(log: OwnLog): string {
  const { changes, logType } = log;
  const [first] = changes;
  const before = first?.what === 'on' ? 'not known before' : 'on before these calls, nobody knows since when';
  const told = changes.slice(0, MOST_CHANGES).map((change) => changeText(change, logType));
  const left = changes.length - told.length;
  const more = left > 0 ? [`and ${left} more changes`] : [];
  return `${nameAtStart(log)}: ${[before, ...told, ...more].join('; ')}.`;
}

function changeText(change: LogChange, logType: string): string {
  const { act, isOn, isFirst, what, without, accounts } = change;
  const since = Number.isNaN(act.row.time)
    ? 'since a time that cannot be read'
    : `since ${secondText(act.row.time)} UTC`;
  if (!isOn) return `off ${since}`;
  const on = what === 'on' ? (isFirst ? 'on' : 'on again') : what === 'off' ? 'delivered on fewer ways' : 'on';
  const fields =
    without.length > 0 ? `without ${fieldsText(logType, without)}` : what === 'back' ? 'with all fields' : on;
  const to = accounts.length > 0 ? `, to account ${accounts.join(', ')}` : '';
  return `${what === 'on' && without.length > 0 ? `${on} ` : ''}${fields} ${since}${to}`;
}
