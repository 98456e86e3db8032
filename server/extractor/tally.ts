/** What a log holds, told once for all of its rows, so that nobody has to count them row by row. */

const FEWEST: u32 = 256;
/** For each call the place of its count, plus one, in the list below; 0 where no row of the log is of it. */
let places: usize = 0;
let roomForPlaces: u32 = 0;
/** A call, and how many rows are of it. */
let counts: usize = 0;
let roomForCounts: u32 = 0;
let count: u32 = 0;
let first: u32 = 0xffffffff;
let last: u32 = 0;
/** Rows that are no plain ones. */
let special: usize = 0;
let roomForSpecial: u32 = 0;
let specialCount: u32 = 0;

/** Begins with the next log. */
export function beginTally(): void {
  for (let at: usize = 0; at < <usize>count; at++)
    store<u32>(places + ((<usize>load<u32>(counts + (at << 3))) << 2), 0);
  count = 0;
  first = 0xffffffff;
  last = 0;
  specialCount = 0;
}

/** A whole record of WorkMail or its Message Flow, or one that was handed over and has no time here: 0. */
export function tallySpecial(row: u32, seconds: u32): void {
  if (specialCount === roomForSpecial) {
    roomForSpecial = max(FEWEST, roomForSpecial << 1);
    const size = (<usize>roomForSpecial) << 2;
    special = special === 0 ? heap.alloc(size) : heap.realloc(special, size);
  }
  store<u32>(special + ((<usize>specialCount) << 2), row);
  specialCount++;
  if (seconds !== 0) tallyTime(seconds);
}

/** A whole record of another service. */
export function tallyPlain(call: u32, seconds: u32): void {
  tallyTime(seconds);
  if (call >= roomForPlaces) widenPlaces(call);
  const place = places + ((<usize>call) << 2);
  const known = load<u32>(place);
  if (known !== 0) {
    const at = counts + ((<usize>(known - 1)) << 3);
    store<u32>(at, load<u32>(at, 4) + 1, 4);
    return;
  }
  if (count === roomForCounts) {
    roomForCounts = max(FEWEST, roomForCounts << 1);
    const size = (<usize>roomForCounts) << 3;
    counts = counts === 0 ? heap.alloc(size) : heap.realloc(counts, size);
  }
  const at = counts + ((<usize>count) << 3);
  store<u32>(at, call);
  store<u32>(at, 1, 4);
  count++;
  store<u32>(place, count);
}

/** Where the pairs of a call and its rows begin, and how many there are. */
export function talliedAt(): usize {
  return counts;
}

export function talliedCount(): u32 {
  return count;
}

/** The earliest and the latest second of any row; the first is greater where none has a time. */
export function firstTallied(): u32 {
  return first;
}

export function lastTallied(): u32 {
  return last;
}

/** Where the numbers of the rows stand that are no plain ones, and how many there are. */
export function specialAt(): usize {
  return special;
}

export function specialTallied(): u32 {
  return specialCount;
}

function tallyTime(seconds: u32): void {
  if (seconds < first) first = seconds;
  if (seconds > last) last = seconds;
}

function widenPlaces(call: u32): void {
  const before = roomForPlaces;
  roomForPlaces = max(FEWEST, max(call + 1, before << 1));
  const size = (<usize>roomForPlaces) << 2;
  places = places === 0 ? heap.alloc(size) : heap.realloc(places, size);
  memory.fill(places + ((<usize>before) << 2), 0, size - ((<usize>before) << 2));
}
