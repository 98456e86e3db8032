import type { EventGroup, GroupField } from '../../../server/src/wire/protocol';
import { labelText } from '../../../server/src/wire/protocol';
import { events, number, period } from './words';

/** A field that events are grouped by, in words: in the middle of a sentence, as a choice, and what is behind it. */
interface FieldWords {
  readonly name: string;
  readonly choice: string;
  readonly meaning: string;
}

const fields: Readonly<Record<GroupField, FieldWords>> = {
  action: { name: 'action', choice: 'Action', meaning: 'what was called; other services each as a whole' },
  actor: { name: 'actor', choice: 'Actor', meaning: 'who made the call, the person of a session before its role' },
  target: {
    name: 'mailbox or target',
    choice: 'Mailbox or Other Target',
    meaning: 'what was acted upon, by the name that the logs teach; of several the first',
  },
  organization: { name: 'organization', choice: 'Organization', meaning: 'of WorkMail' },
  key: { name: 'access key', choice: 'Access Key', meaning: 'what signed the call' },
  session: { name: 'session', choice: 'Session', meaning: 'the name of the session of a role' },
  address: { name: 'address', choice: 'Address', meaning: 'where the call came from' },
  outcome: { name: 'outcome', choice: 'Outcome', meaning: 'failed, succeeded or unknown' },
  day: { name: 'day', choice: 'Day', meaning: 'in UTC' },
  file: { name: 'file', choice: 'File', meaning: 'the log that holds the event' },
  weight: { name: 'weight', choice: 'Weight', meaning: 'how much the action matters to an investigation' },
};

/** A field as a choice, and what it means. */
export function fieldChoice(by: GroupField): { readonly label: string; readonly description: string } {
  return { label: fields[by].choice, description: fields[by].meaning };
}

/** `by actor, then day`: what the tree is grouped by, for its title. */
export function groupingWords(by: readonly GroupField[]): string {
  return `by ${by.map((field) => fields[field].name).join(', then ')}`;
}

/** Whether the tree is grouped as it is until somebody chooses: nothing has to be said of that. */
export function isUsual(by: readonly GroupField[]): boolean {
  return by.length === 1 && by[0] === 'action';
}

/**
 * `14 · critical · 2 failed · 1 malformed · 08:00 – 17:30Z, 2026-03-01`. A narrow view cuts the end off, so the day comes last, which
 * most groups of a log have in common.
 */
export function groupDescription(group: EventGroup): string {
  const { count, failed, malformed, first, last } = group;
  const parts = [number(count), ...weightWords(group)];
  if (failed > 0 && !isSaid(group, 'failed')) {
    parts.push(`${number(failed)} failed`);
  }
  if (malformed > 0) {
    parts.push(`${number(malformed)} malformed`);
  }
  if (first !== undefined) {
    parts.push(period(first, last ?? first));
  }
  return parts.join(' · ');
}

/** A group in full, for a tooltip and for a screen reader. */
export function groupSentence(group: EventGroup): string {
  const states = [`${number(group.failed)} failed`, `${number(group.malformed)} malformed`].filter(
    (state) => !state.startsWith('0 '),
  );
  const when = group.first === undefined ? '' : `, ${period(group.first, group.last ?? group.first)}`;
  const what = group.by === 'action' ? 'Weight' : 'Greatest weight';
  const weight = group.weight === undefined ? '' : ` ${what} for an investigation: ${group.weight}.`;
  return `${labelText(group.label)}: ${events(group.count)}${states.map((state) => `, ${state}`).join('')}${when}.${weight}`;
}

/** Whether a weight is one that nobody may overlook. */
export function isWeighty(weight: EventGroup['weight']): weight is 'critical' | 'high' {
  return weight === 'critical' || weight === 'high';
}

/** Of an action, its weight is said; of other groups, what is among their events. */
function weightWords({ by, weight }: EventGroup): readonly string[] {
  if (!isWeighty(weight) || by === 'weight') {
    return [];
  }
  return [by === 'action' ? weight : `${weight} among them`];
}

function isSaid({ by, key }: EventGroup, outcome: string): boolean {
  return by === 'outcome' && key === outcome;
}
