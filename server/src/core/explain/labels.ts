/** Short words for events: what a tree, a list or a screen reader says. */

import { parseTime } from '../check/parseTime';
import { saidOf } from '../read/own/ownEnvelope';
import type { EventRecord, JsonObject } from '../record';
import { actorOf } from './actor';
import { actorWords } from './actorWords';
import { label } from './escape';
import { memberOf, textAt } from './members';
import { type Target, targetsOf } from './targets';
import { utcText } from './values/timeText';

/** Whether the call was carried out, as the record says it. Of some records nobody knows: those have none. */
export type Outcome = 'succeeded' | 'failed';

/**
 * A call failed when the record has an error code or an error message; failed sign-ins have the message only. Of a
 * damaged record this is what the readable part says.
 */
export function outcomeOf(event: JsonObject | undefined): Outcome {
  return isGiven(memberOf(event, 'errorCode')) || isGiven(memberOf(event, 'errorMessage')) ? 'failed' : 'succeeded';
}

/** A row of a table tells of no error where it has no column for one. */
export function tellsOutcome({ event, form }: Pick<EventRecord, 'event' | 'form'>): boolean {
  return (
    event !== undefined && (form !== 'row' || ['errorCode', 'errorMessage'].some((name) => Object.hasOwn(event, name)))
  );
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/**
 * The two most important targets in a few words, as the log has them: whoever shows them escapes them. Empty for none.
 *
 * @param nameOf the name the log teaches for a target, if any
 */
export function shortTarget(
  targets: readonly Target[],
  nameOf: (target: Target) => string | undefined = () => undefined,
): string {
  const names = targets.slice(0, 2).map((target) => nameOf(target) ?? target.id);
  return [...new Set(names)].join(', ');
}

/**
 * An event as one sentence, safe as a label: `2017-12-12 17:49:59 UTC, CreateUser by IAM user WMSDK on janedoe,
 * succeeded`. What can't be read is left out.
 */
export function eventSentence(record: EventRecord): string {
  const event = saidOf(record);
  const time = parseTime(textAt(event, 'eventTime') ?? null);
  const name = textAt(event, 'eventName');
  const actor = actorOf(event);
  const who = actor.name === '' ? '' : ` by ${actorWords(actor, (name) => label(name, 100))}`;
  const target = shortTarget(targetsOf(event, record.action));
  const what = `${name === undefined ? 'an event without a readable name' : label(name, 80)}${who}`;
  const parts = [
    time === undefined ? 'at an unknown time' : `${utcText(time.ms)} UTC`,
    `${what}${target === '' ? '' : ` on ${label(target, 100)}`}`,
    outcomeWords(record),
  ];
  return parts.join(', ');
}

/** `succeeded`, `failed with AccessDenied`, with what is wrong with the record itself. Safe as a label. */
export function outcomeWords(record: EventRecord): string {
  const { event, malformed } = record;
  const code = textAt(event, 'errorCode');
  const failed = `failed${code === undefined ? '' : ` with ${label(code, 80)}`}`;
  const outcome = !tellsOutcome(record) ? 'outcome unknown' : outcomeOf(event) === 'succeeded' ? 'succeeded' : failed;
  if (malformed === 'syntax')
    return `${event === undefined ? outcome : `${outcome} as far as can be read`}, broken JSON`;
  return malformed === 'schema' ? `${outcome}, breaks the rules of CloudTrail` : outcome;
}
