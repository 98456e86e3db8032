import type { CancellationToken } from 'vscode-languageserver';
import { type EventList, makersOf, type NameTold, nameWords, referencesTo } from '../core';
import { lastUntil } from '../events/answers';
import type { ServerContext } from './context';
import { found } from './found';
import type { NameThere } from './named';

/** More events that made one thing are not looked through. */
const MOST_MAKERS = 1000;
/** So many are counted one by one: of a name that is met more often, nobody asks how many failed. */
const MOST_COUNTED = 5000;

/** What all logs tell of a name, as Markdown; empty where they tell nothing. */
export async function nameTold(context: ServerContext, there: NameThere, token: CancellationToken): Promise<string> {
  const merged = await context.events.now(token);
  const { name, time, record } = there;
  const events = await found(context, merged, referencesTo(name, merged.entities), token);
  let maker: NameTold['maker'];
  for (const question of makersOf(name, merged.entities)) {
    const makers = await found(context, merged, question, token);
    maker ??= lastUntil(makers.slice(0, MOST_MAKERS), time);
  }
  const isHere = maker?.facts.index === record.index && maker.facts.time === time;
  const told: NameTold = { ...counted(events), maker: isHere ? undefined : maker, ...around(events, time) };
  return nameWords(name, told, merged.entities, time);
}

function counted(events: EventList): Pick<NameTold, 'count' | 'failed' | 'first' | 'last'> {
  const { length: count } = events;
  const failed =
    count > MOST_COUNTED ? 0 : events.slice(0, count).filter(({ facts }) => facts.outcome === 'failed').length;
  const [first] = events.slice(0, 1);
  const [last] = events.slice(Math.max(0, count - 1), count);
  return { count, failed, first, last };
}

/** The events right before and after a time; one at the same second is neither. */
function around(events: EventList, time: number | undefined): Pick<NameTold, 'before' | 'after'> {
  if (time === undefined) return { before: undefined, after: undefined };
  const before = firstNotBefore(events, time) - 1;
  const after = firstNotBefore(events, time + 1);
  return { before: at(events, before), after: at(events, after) };
}

function at(events: EventList, position: number): NameTold['before'] {
  return position < 0 ? undefined : events.slice(position, position + 1)[0];
}

/** The position of the first event at or after a time. */
function firstNotBefore(events: EventList, time: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at(events, middle)?.facts.time ?? Number.POSITIVE_INFINITY) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
