/** What lists say of an event: the tree, an outline, a search. Safe as labels, whatever the log holds. */
import type { EventRecord } from '../record';
import { momentText } from './clock';
import { label } from './escape';

/** What a list knows of an event. Texts are as the log has them, and empty where it has none. */
export interface LabelledEvent {
  readonly eventName: string;
  readonly eventTime: string | undefined;
  readonly actor: string;
  readonly target: string;
  readonly outcome: 'succeeded' | 'failed' | 'unknown';
  readonly errorCode: string | undefined;
  readonly malformed: EventRecord['malformed'];
}

/** Of who and whom, so that the one leaves room for the other. UTF-16 units. */
const LONGEST_NAME = 80;

/**
 * `08:00:12  alice → bob`, with the date when the list covers more than one day. What went wrong comes before the names
 * (`08:00:12  failed: alice → bob`), where no view is too narrow for it. Where a list holds several actions, the label says
 * which: `08:00:12  CreateRole by alice`.
 */
export function eventLabel(event: LabelledEvent, withDate: boolean, withAction = false): string {
  const when = event.eventTime === undefined ? 'no time' : momentText(event.eventTime, withDate);
  const state = event.malformed !== null ? 'malformed: ' : event.outcome === 'failed' ? 'failed: ' : '';
  const action = withAction && event.eventName !== '' ? label(event.eventName, LONGEST_NAME) : '';
  const who = event.actor === '' ? 'unknown caller' : label(event.actor, LONGEST_NAME);
  // Mail is delivered by nobody: where the action is said, an event that names nobody is not one whose caller is hidden.
  const doing = action === '' ? who : event.actor === '' ? action : `${action} by ${who}`;
  const whom = event.target === '' ? '' : ` → ${label(event.target, LONGEST_NAME)}`;
  return `${when}  ${state}${doing}${whom}`;
}

/** `succeeded`, `failed: EntityNotFoundException`, `malformed: broken JSON`, or both. */
export function listedOutcome({ outcome, errorCode, malformed }: LabelledEvent): string {
  const words: string[] = [];
  if (malformed !== null) {
    words.push(malformed === 'syntax' ? 'malformed: broken JSON' : 'malformed: does not fit its schema');
  }
  if (outcome === 'failed') {
    words.push(errorCode === undefined ? 'failed' : `failed: ${label(errorCode)}`);
  } else if (malformed === null) {
    words.push(outcome === 'succeeded' ? 'succeeded' : 'outcome unknown');
  }
  return words.join(', ');
}

/** What follows an event's label: its outcome without the word that the label has said already. */
export function outcomeBehindLabel(event: LabelledEvent): string {
  return listedOutcome(event).replace(/^(?:malformed|failed): /, '');
}
