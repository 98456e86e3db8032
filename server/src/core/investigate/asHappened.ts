import { thingPlaces } from '../../generated/things';
import type { Act } from './act';
import { endedBy } from './endedBy';
import { byHappening } from './evidence';
import { byText } from './order';

/**
 * Acts as they happened, whatever order they come in: as `byHappening` has them, but within one second no act stands before the one that
 * made an id it names, and none that names an id behind the one that deleted it. Ids that a service gives out are never given out again.
 */
export function asHappened(acts: Iterable<Act>): Act[] {
  const ordered = Array.from(acts).sort(byTime);
  for (let from = 0; from < ordered.length; ) {
    const time = ordered[from]?.time;
    let to = from + 1;
    while (ordered[to]?.time === time) to++;
    if (to - from > 1) {
      sortSecond(ordered, from, to);
      if (time !== Number.POSITIVE_INFINITY) orderSecond(ordered, from, to);
    }
    from = to;
  }
  return ordered;
}

function byTime(left: Act, right: Act): number {
  // Infinity minus itself is not a number, so equality is asked first.
  return left.time === right.time ? 0 : left.time - right.time;
}

/** Sorts acts of one time as `byHappening` has it, but reads each eventID once: most texts of ids that a report makes were made to be compared here. */
function sortSecond(acts: Act[], from: number, to: number): void {
  const second = acts.slice(from, to).map((act) => ({ act, eventID: act.row.eventID }));
  second.sort((left, right) => byText(left.eventID, right.eventID) || byHappening(left.act, right.act));
  second.forEach(({ act }, at) => {
    acts[from + at] = act;
  });
}

/** Whether an act must have happened before another one of the same second. */
export function mustPrecede(one: Act, other: Act): boolean {
  const made = newIdsOf(one);
  if (made.length > 0 && idsIn(other).some((id) => made.includes(id))) return true;
  const ended = endedBy(other);
  return ended !== undefined && idsIn(one).includes(ended) && existedFor(one, ended);
}

/** Brings what must come before an act right before it. */
function orderSecond(acts: Act[], from: number, to: number): void {
  const second = acts.slice(from, to);
  const earlier = precedingIn(second);
  if (earlier === undefined) return;
  const state = new Uint8Array(second.length);
  let at = from;
  for (let next = 0; next < second.length; next++) {
    const open = [next];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (state[top] === OPEN) {
        const act = second[top];
        if (act !== undefined) acts[at++] = act;
      }
      if (state[top] !== NEW) {
        state[top] = PLACED;
        open.pop();
        continue;
      }
      state[top] = OPEN;
      // The last one is looked at first. What is open already leads in a circle, and only made-up logs have one.
      for (const other of [...earlier(top)].reverse()) if (state[other] === NEW) open.push(other);
    }
  }
}

const NEW = 0;
const OPEN = 1;
const PLACED = 2;

/** What must come before each act of a second, by positions in ascending order; undefined where nothing must. */
function precedingIn(second: readonly Act[]): ((at: number) => readonly number[]) | undefined {
  const lives = livesIn(second);
  if (lives.makers.size + lives.enders.size === 0) return undefined;
  const earlier = earlierIn(second, lives);
  // Mostly what was made in a second is named by nothing else in it.
  if (earlier.size === 0) return undefined;
  return (at) => Array.from(earlier.get(at) ?? NONE).sort((left, right) => left - right);
}

/** Which act of a second made an id, and which one deleted it, by positions. */
interface Lives {
  readonly makers: ReadonlyMap<string, number>;
  readonly enders: ReadonlyMap<string, number>;
}

/** A function of its own: V8 compiles the loop, and what stands behind it in one function would leave that code again each time. */
function livesIn(second: readonly Act[]): Lives {
  const [makers, enders] = [new Map<string, number>(), new Map<string, number>()];
  second.forEach((act, at) => {
    // An id is made and deleted once; where a log has it otherwise, the first and the last of them count.
    for (const id of newIdsOf(act)) if (!makers.has(id)) makers.set(id, at);
    const ended = endedBy(act);
    if (ended !== undefined) enders.set(ended, at);
  });
  return { makers, enders };
}

function earlierIn(second: readonly Act[], { makers, enders }: Lives): ReadonlyMap<number, ReadonlySet<number>> {
  const earlier = new Map<number, Set<number>>();
  const precedes = (one: number, other: number): void => {
    const known = earlier.get(other);
    if (known === undefined) earlier.set(other, new Set([one]));
    else known.add(one);
  };
  second.forEach((act, at) => {
    for (const id of idsIn(act)) {
      const maker = makers.get(id);
      const ender = enders.get(id);
      if (maker !== undefined && maker !== at) precedes(maker, at);
      if (ender !== undefined && ender !== at && existedFor(act, id)) precedes(at, ender);
    }
  });
  return earlier;
}

const NONE: readonly never[] = [];

/** Whether a call could not have been made after what it names was deleted. One that makes something may give it the name that became free. */
function existedFor(act: Act, id: string): boolean {
  if (act.row.outcome !== 'succeeded') return false;
  return act.row.made.length === 0 || id === act.row.organization || newIdsOf(act).includes(id);
}

/** Ids that an act made. What its request names was chosen by somebody, and may have been there before. */
function newIdsOf({ row, facts }: Act): readonly string[] {
  const places = thingPlaces().get(row.service.toLowerCase())?.get(facts.eventName);
  const isGiven = places?.makes.every(([side]) => side?.name === 'responseElements') ?? false;
  return isGiven ? row.made : [];
}

/** What an act names, was made with, and belongs to; what it made is among it. */
function idsIn({ row }: Act): readonly string[] {
  return [...row.named, row.accessKey, row.organization].filter((id) => id !== '');
}
