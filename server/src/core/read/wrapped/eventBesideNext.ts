import { namesAnEvent } from '../evidence';
import { run, START } from '../grammar';
import { mend } from '../mend';
import type { Ending } from '../recordEnd';
import { endBeforeNext } from './eventBeforeNext';
import { type EventStart, textBefore } from './eventStarts';
import { keyBefore } from './keyBefore';
import { unescapeSteps } from './unescapeSteps';

/** A string may hold several events, and damage to one must not cost the others. */

/** More objects than this that begin like events are not looked for in one that is damaged. */
const MOST_INSIDE = 8;
/** A damaged event is mended within this length. */
const LONG = 1_000_000;

/**
 * Where an event in a string ends, if another one begins beside it before `end`: what is read as one event is two of them.
 *
 * @param end of what seems to be the event; `end` is given back where nothing in it begins another one
 * @param limit where the first event behind an offset begins, or the text ends
 * @param ending whether an event may end at an offset of a text without escapes
 */
export function endBesideNext(
  text: string,
  begun: EventStart,
  end: number,
  limit: (from: number) => number,
  ending: (inner: string, at: number) => Ending,
): number {
  const { start, level } = begun;
  if (!mayHoldTwo(text.slice(start, end))) return end;
  let next = limit(start + 1);
  for (let count = 0; next < end && count < MOST_INSIDE && isInside(text, begun, next); count++) next = limit(next + 1);
  if (next >= end) return end;
  const before = endBeforeNext(text, start, next, level);
  if (before !== undefined) return before;
  const content = text.slice(start, Math.min(next, start + LONG));
  if (!namesAnEvent(content)) return end;
  const { text: inner, toContent } = unescapeSteps(content, level);
  const { kind, state } = run(inner, 0, inner.length, START);
  // Nothing is damaged up to there, and a value belongs there.
  if (kind === 'limit' && BEFORE_VALUE.has(state.expect)) return end;
  const mended = mend(inner, { endsLog: false, isBare: false, ending: (at) => ending(inner, at) });
  return start + toContent(mended.end);
}

const BEFORE_VALUE: ReadonlySet<string> = new Set(['value', 'element', 'first-element']);

/** Whether what begins like an event is the value of a key that holds no events here. */
function isInside(text: string, begun: EventStart, next: number): boolean {
  if (!textBefore(text, next).endsWith(':')) return false;
  const other = { start: next, level: begun.level, fills: false };
  return keyBefore(text, other) !== keyBefore(text, { ...begun, fills: false });
}

/** Whether a text says twice what every event says once at least: fast, and no for nearly every string with an event. */
function mayHoldTwo(content: string): boolean {
  return saysTwice(content, 'eventName') || saysTwice(content, 'eventSource');
}

function saysTwice(content: string, name: string): boolean {
  const first = content.indexOf(name);
  return first >= 0 && content.indexOf(name, first + name.length) >= 0;
}
