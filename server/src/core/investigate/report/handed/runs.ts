/** Numbers of events in ascending order, each once. @param numbers of all events, by key */
export function numbersOf(keys: readonly number[], numbers: Uint32Array): Uint32Array {
  const found = new Uint32Array(keys.length);
  let isSorted = true;
  for (let at = 0; at < keys.length; at++) {
    const number = numbers[keys[at] ?? 0] ?? 0;
    if (at > 0 && number <= (found[at - 1] ?? 0)) isSorted = false;
    found[at] = number;
  }
  return isSorted ? found : eachOnce(inOrder(found));
}

/**
 * Sorts numbers that are in their order but for a few that stand beside each other: answers have what happened in one second in an order of
 * their own. What goes further back than a few places is left to a sort of all.
 */
function inOrder(numbers: Uint32Array): Uint32Array {
  let moves = MOVES * numbers.length;
  for (let at = 1; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    let to = at;
    for (; to > 0 && (numbers[to - 1] ?? 0) > number; to--) numbers[to] = numbers[to - 1] ?? 0;
    numbers[to] = number;
    moves -= at - to;
    if (moves < 0) return numbers.sort();
  }
  return numbers;
}

/** So many places for each number are gone back at most. */
const MOVES = 8;

/** @param sorted numbers in ascending order */
function eachOnce(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at++) {
    const number = sorted[at] ?? 0;
    if (kept > 0 && number === sorted[kept - 1]) continue;
    sorted[kept] = number;
    kept += 1;
  }
  return sorted.subarray(0, kept);
}

/**
 * Tells stretches of events that follow each other, one after the other: a report has a million of them, of which nothing is to be kept.
 *
 * @param numbers of the events, in ascending order and each once
 */
export function eachRun(numbers: ArrayLike<number>, tell: (first: number, last: number) => void): void {
  for (let at = 0; at < numbers.length; ) {
    const first = numbers[at] ?? 0;
    let last = first;
    for (at += 1; at < numbers.length && numbers[at] === last + 1; at++) last += 1;
    tell(first, last);
  }
}

/** How many such stretches there are. */
export function countRuns(numbers: ArrayLike<number>): number {
  let count = 0;
  for (let at = 0; at < numbers.length; at++) if (at === 0 || numbers[at] !== (numbers[at - 1] ?? 0) + 1) count += 1;
  return count;
}
