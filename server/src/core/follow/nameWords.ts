import { markdown } from '../explain/escape';
import { duration } from '../explain/values/timeText';
import { type Entities, entityOf, identifyText, nameIn } from '../investigate/entities';
import type { EventInLog } from '../investigate/order';
import { countText, numberText } from '../investigate/report/page';
import { minuteText } from '../investigate/utcText';
import type { Name } from './name';

/** What the logs tell of a name, beyond the record that it stands in. */
export interface NameTold {
  /** All events that name the same, and how many of them failed. */
  readonly count: number;
  readonly failed: number;
  /** None of them is another one than that at hand. */
  readonly isAlone: boolean;
  /** The first and the last of them. */
  readonly first: EventInLog | undefined;
  readonly last: EventInLog | undefined;
  /** The event that made it or gave it out, if that is known. */
  readonly maker: EventInLog | undefined;
  /** Which calls would have, where it is in no log: `iam CreateAccessKey`. Empty where an event is known, or nobody knows. */
  readonly wouldMake: readonly string[];
  /** The events of the same before and after the one at hand. */
  readonly before: EventInLog | undefined;
  readonly after: EventInLog | undefined;
}

/** The kinds whose names tell of nobody: how often a service was called is no news. */
const COMMON: ReadonlySet<Name['kind']> = new Set(['service', 'region', 'account', 'action', 'error']);

/**
 * What a hover says of a name across all logs, as Markdown: what it is called, who made it, how often and when it is met, and how far
 * the next events are.
 *
 * @param time of the event at hand, in milliseconds since 1970; undefined where it is not known
 * @param allHref where all of these events are listed, safe in Markdown; absent where nothing shows them
 */
export function nameWords(
  name: Name,
  told: NameTold,
  entities: Entities,
  time: number | undefined,
  allHref?: string,
): string {
  const lines = [calledLine(name, entities), madeLine(told), metLine(name, told, allHref), nearLine(told, time)];
  return lines.filter((line) => line !== '').join('  \n');
}

/** The names it has had, the last one first; what the logs teach before what was added. */
function calledLine({ kind, text, organizationId }: Name, entities: Entities): string {
  if (kind !== 'thing') return '';
  const id = identifyText(entities, organizationId, text);
  const entity = entityOf(entities, organizationId, id);
  if (entity === undefined || nameIn(entity) === undefined) return '';
  const { added } = entity;
  const texts = [...entity.names, ...entity.addresses];
  const taught = texts.filter((each) => added?.texts.has(each) !== true);
  const inLogs = taught.length === 0 || taught[0] === text ? '' : `Called ${namesText(taught)} in these logs.`;
  const others = [...texts.filter((each) => added?.texts.has(each) && each !== text), ...(added?.shown ?? [])];
  const stands = id === text ? '' : `Stands for ${markdown(id, 100)}.`;
  return [stands, inLogs, addedText(others, added?.from ?? [], inLogs !== '')].filter((line) => line !== '').join(' ');
}

function namesText([now = '', ...others]: readonly string[]): string {
  const also = others.length === 0 ? '' : `, also ${others.map((other) => markdown(other, 100)).join(', ')}`;
  return `**${markdown(now, 100)}**${also}`;
}

/** A list is a snapshot: what it says need not have been so when the event happened. */
function addedText(names: readonly string[], from: readonly string[], isBeside: boolean): string {
  if (names.length === 0) return '';
  const lists = from.map((label) => markdown(label, 60)).join(', ');
  return `${isBeside ? 'Also called' : 'Called'} ${namesText(names)} in the names you added (${lists}), as they were when ${from.length === 1 ? 'that list was' : 'those lists were'} taken.`;
}

function madeLine({ maker, wouldMake }: NameTold): string {
  if (maker === undefined) {
    const calls = wouldMake.map((call) => `**${markdown(call, 100)}**`).join(', ');
    return calls === '' ? '' : `The event that made it or gave it out is not in these logs. Look for ${calls}.`;
  }
  const { facts } = maker;
  const by = facts.actor.name === '' ? '' : ` by ${markdown(facts.actor.name, 100)}`;
  return `Made or given out by **${markdown(facts.eventName, 100)}**${atText(maker)}${by}.`;
}

function metLine(
  { kind }: Name,
  { count, failed, isAlone, first, last }: NameTold,
  allHref: string | undefined,
): string {
  if (isAlone) return COMMON.has(kind) ? '' : 'No other event in these logs names it.';
  const what = countText(count, 'event');
  const lost = failed === 0 ? '' : `, ${numberText(failed)} failed`;
  const all = allHref === undefined ? '' : ` [Show all](${allHref}).`;
  return `${what} in these logs${whenText(first, count === 1 ? first : last)}${lost}.${all}`;
}

/** To the minute, as its parts are. */
function whenText(first: EventInLog | undefined, last: EventInLog | undefined): string {
  const from = first === undefined ? '' : atText(first);
  const to = last === undefined ? '' : atText(last);
  if (from === to || from === '' || to === '') return from === to ? from : '';
  return `${from.replace(' at ', ' from ')}${to.replace(' at ', ' to ')}`;
}

function nearLine({ before, after }: NameTold, time: number | undefined): string {
  if (time === undefined) return '';
  const parts = [
    before?.facts.time === undefined ? '' : `the one before ${duration(time - before.facts.time)} earlier`,
    after?.facts.time === undefined ? '' : `the next ${duration(after.facts.time - time)} later`,
  ].filter((part) => part !== '');
  const sentence = parts.join(', ');
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function atText({ facts }: EventInLog): string {
  return facts.time === undefined ? '' : ` at ${minuteText(facts.time)} UTC`;
}
