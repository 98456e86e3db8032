import { once } from '../../once';
import type { JsonObject, JsonValue } from '../../record';
import { isObject } from '../whole';
import { mailEventNames, type OwnLog, ownLogNamed, ownLogs, signOf } from './ownLogs';

/** An organization of WorkMail: nothing else has such an ARN. */
const ORGANIZATION = /^arn:aws[a-z-]*:workmail:[a-z0-9-]*:\d{12}:organization\//;
/** What the fields of a record have to weigh together, and one of them alone. */
const ENOUGH = 5;
const STRONG = 3;
/** What they have to weigh where none of them is strong, and how many it takes: then nothing else may stand there, and values have a say. */
const TOGETHER = 7;
const FEWEST = 5;

/**
 * Which of WorkMail's own logs an object is a record of, told by its fields alone: their order and their choice are the customer's.
 * Undefined for what is none.
 */
export function ownKindOf(value: JsonObject | undefined): OwnLog | undefined {
  if (value === undefined || isThere(value.eventVersion)) return undefined;
  return auditKind(value) ?? mailKind(value);
}

function auditKind(value: JsonObject): OwnLog | undefined {
  const isOfWorkMail = Object.hasOwn(value, 'organization_arn') && isText(value.organization_arn, ORGANIZATION);
  const told = isOfWorkMail ? byTruth(value) : undefined;
  if (told !== undefined) return told;
  let weight = 0;
  let strongest = 0;
  if (isOfWorkMail) weight = strongest = ENOUGH;
  for (const name of Object.keys(value)) {
    const sign = signOf(name);
    if (!isThere(value[name])) continue;
    // What no such log has speaks for the log of somebody else.
    if (sign === undefined && !isOfWorkMail) weight--;
    if (sign === undefined || sign === 0 || typeof value[name] === 'object') continue;
    weight += sign;
    if (sign > strongest) strongest = sign;
  }
  if (weight < ENOUGH) return undefined;
  return strongest >= STRONG ? likeliest(value) : together(value, weight);
}

/**
 * Told by many fields none of which is strong: those that are can all be left out by choice. All have to be of one log.
 *
 * @param weight of their names
 */
function together(value: JsonObject, weight: number): OwnLog | undefined {
  const log = likeliest(value);
  if (log === undefined) return undefined;
  let sum = weight;
  let count = 0;
  for (const name of Object.keys(value)) {
    const written = value[name];
    if (!isThere(written) || NOT_CHOSEN.has(name)) continue;
    const field = log.byName.get(name);
    if (field === undefined) return undefined;
    count++;
    if (typeof written === 'string' && field.values?.some((known) => known.value === written)) sum++;
  }
  return count >= FEWEST && sum >= TOGETHER ? log : undefined;
}

/** What CloudWatch has put beside the fields of some logs. */
const NOT_CHOSEN: ReadonlySet<string> = new Set(['timestamp', '@timestamp']);

const auditLogs = /* @__PURE__ */ once(() => ownLogs().filter(({ family }) => family === 'audit'));

/** By the field that says whether it worked: nearly every log has one of its own. Only saves time. */
function byTruth(value: JsonObject): OwnLog | undefined {
  for (const log of auditLogs()) if (log.truth !== undefined && isThere(value[log.truth.name])) return log;
  return undefined;
}

/** By the fields that only one log has; where there are none, by what was done. */
function likeliest(value: JsonObject): OwnLog | undefined {
  let best: OwnLog | undefined;
  let most = 0;
  for (const log of auditLogs()) {
    let count = 0;
    for (const name of log.unique) if (isThere(value[name])) count++;
    if (count === 0 && isActOf(log, value)) count = 0.5;
    if (count > most) {
      most = count;
      best = log;
    }
  }
  return best ?? (isThere(value.user) ? ownLogNamed('authentication') : ownLogNamed('mailbox-access'));
}

function isActOf({ act, byName }: OwnLog, value: JsonObject): boolean {
  const written = act.field === undefined ? undefined : value[act.field];
  if (typeof written !== 'string' || act.field === undefined) return false;
  return byName.get(act.field)?.values?.some((known) => known.value === written) ?? false;
}

function mailKind(value: JsonObject): OwnLog | undefined {
  const { event, envelope } = value;
  if (isObject(event) && typeof event.eventName === 'string' && isMailEvent(event, value))
    return ownLogNamed('email-events');
  const isFlow =
    isObject(envelope) &&
    (Object.hasOwn(envelope, 'mailFrom') || Object.hasOwn(envelope, 'recipients')) &&
    ['summaryVersion', 'messageId', 'flowDirection'].filter((name) => Object.hasOwn(value, name)).length >= 2;
  return isFlow ? ownLogNamed('mail-flow') : undefined;
}

/** A name that is not documented is believed beside a trace, where what happened is told as it is of mail. */
function isMailEvent(event: JsonObject, around: JsonObject): boolean {
  const { eventName } = event;
  if (typeof eventName !== 'string') return false;
  if (mailEventNames().has(eventName)) return true;
  if (typeof around.traceId !== 'string' || !/^[A-Z][A-Z_]{5,}$/.test(eventName)) return false;
  return /MAIL/.test(eventName) || Object.keys(event).filter((name) => mailFields().has(name)).length >= 2;
}

/** What an e-mail event has beside its name. */
const mailFields = /* @__PURE__ */ once(
  () => new Set(ownLogNamed('email-events')?.fields.flatMap(({ name }) => (name === 'eventName' ? [] : name))),
);

/** Whether a text names an organization of WorkMail. */
export function isOrganizationArn(text: string): boolean {
  return ORGANIZATION.test(text);
}

/** Null, an empty text and a dash stand for what is not there. */
function isThere(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && value !== '-';
}

function isText(value: JsonValue | undefined, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}
