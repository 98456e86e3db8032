import { actorKindWords } from '../../explain/actorKind';
import { personAndRole } from '../../explain/actorName';
import type { Act } from '../act';
import type { Entities } from '../entities';
import { secondText } from '../utcText';
import { deedsTold, MOST_IN_SENTENCE, moreThings } from './deedsTold';

const MOST_ADDRESSES = 2;

/** What somebody did, as one sentence: `directory-sync (key AKIA…), from 203.0.113.77, 2026-05-17 02:32:55 UTC: exported …`. */
export function tell(acts: readonly [Act, ...Act[]], entities: Entities): string {
  const { told, left } = deedsTold(acts, entities, MOST_IN_SENTENCE);
  return `${whoDid(acts)}: ${[...told, ...moreThings(left)].join('; ')}.`;
}

/** Who did some things, from where and when. */
export function whoDid(acts: readonly [Act, ...Act[]]): string {
  return `${whoIs(acts[0])}${from(acts)}, ${when(acts)}`;
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

/** A call, who made it, and when: `PutMailboxPermissions by Robin (key ASIA…), 2026-05-17 02:32:55 UTC`. */
export function callTold(act: Act): string {
  return `${act.row.action} by ${whoIs(act)}, ${when([act])}`;
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
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** By hand: the first number that is told in the words of a language waits until all it knows of numbers is loaded. */
function grouped(count: number): string {
  return Number.isSafeInteger(count) && count >= 0
    ? String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
    : count.toLocaleString('en-US');
}
