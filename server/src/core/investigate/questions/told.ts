import { actorKindWords } from '../../explain/actorKind';
import { personAndRole } from '../../explain/actorName';
import type { Act } from '../act';
import type { Entities } from '../entities';
import { shownTargets } from '../listedEvent';
import { bucketsIn } from '../novelty/newBuckets';
import { secondText } from '../utcText';
import { few, phraseOf } from './phrase';

/** Of what somebody did, so many things are told one by one. */
const MOST_PHRASES = 3;
const MOST_ADDRESSES = 2;

/** What somebody did, as one sentence: `directory-sync (key AKIA…), from 203.0.113.77, 2026-05-17 02:32:55 UTC: exported …`. */
export function tell(acts: readonly [Act, ...Act[]], entities: Entities): string {
  const phrases = new Map<string, number>();
  for (const act of acts) {
    const phrase = act.row.outcome === 'failed' ? attempt(act, entities) : phraseOf(act, entities);
    phrases.set(phrase, (phrases.get(phrase) ?? 0) + 1);
  }
  const told = Array.from(phrases, ([phrase, count]) => (count === 1 ? phrase : `${phrase}, ${count} times`));
  const left = told.length - MOST_PHRASES;
  const more = left > 0 ? `; and ${left} more such ${left === 1 ? 'thing' : 'things'}` : '';
  return `${whoIs(acts[0])}${from(acts)}, ${when(acts)}: ${told.slice(0, MOST_PHRASES).join('; ')}${more}.`;
}

/** Of a call that failed its parameters are often not told. */
function attempt(act: Act, entities: Entities): string {
  const { row, facts } = act;
  // A message in transit is gone a moment later: what was tried on it is told here or nowhere.
  const on = facts.service === 'messageflow' ? [...shownTargets(facts, entities), ...bucketsIn(act)] : [];
  return `tried ${row.action}${on.length === 0 ? '' : ` on ${few(on)}`}${row.errorCode === '' ? ', which failed' : `, which failed with ${row.errorCode}`}`;
}

/** Who acted, and with which key: `Robin (role SecurityResponse, key ASIA…)`. */
export function whoIs(act: Act): string {
  const { facts, row } = act;
  const { role } = personAndRole(facts.actor.kind, facts.actor.name);
  const beside = [
    ...(role === undefined ? [] : [`role ${role}`]),
    ...(row.accessKey === '' ? [] : [`key ${row.accessKey}`]),
  ];
  return beside.length === 0 ? nameOf(act) : `${nameOf(act)} (${beside.join(', ')})`;
}

/** Who acted, in one name: the person where it is told, else what kind of actor it is. */
export function nameOf({ facts: { actor } }: Act): string {
  const { person } = personAndRole(actor.kind, actor.name);
  return person === '' ? actorKindWords(actor.kind) : person;
}

/** `, from 203.0.113.77`; empty where no address is told. */
function from(acts: readonly Act[]): string {
  const addresses = Array.from(new Set(acts.map(({ facts }) => facts.sourceIPAddress))).filter((text) => text !== '');
  if (addresses.length === 0) return '';
  const left = addresses.length - MOST_ADDRESSES;
  const more = left > 0 ? ` and ${left} more` : '';
  return `, from ${addresses.slice(0, MOST_ADDRESSES).join(' and ')}${more}`;
}

/** When some acts happened, in the order they did. */
export function when(acts: readonly Act[]): string {
  const times = acts.flatMap(({ facts }) => facts.time ?? []);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return 'at a time that cannot be read';
  return first === last ? `${secondText(first)} UTC` : `${secondText(first)} to ${secondText(last)} UTC`;
}

/** `1 mailbox`, `1,204 mailboxes` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
