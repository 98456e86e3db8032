import type { Stretch } from '../../investigate/own/ownEvidence';
import { columns } from '../columns';
import { lastNotAbove } from '../lastNotAbove';
import { MS_MASK, MS_SHIFT } from '../ownColumns';
import type { SpeakingRows } from '../speakingRows';
import { type ReadRows, readRowsIn } from './readRows';
import { SameNumbers } from './sameNumbers';

/** Rows of the mailbox access log that tell of reading, of all chunks one behind the other; numbers of texts mean the same in all of them. */
export interface GatheredReads {
  readonly count: number;
  /** See `READ`. */
  readonly kinds: Uint8Array;
  /** In `chunk.own` of the chunk that `from` tells. */
  readonly places: Uint32Array;
  readonly users: Uint32Array;
  readonly owners: Uint32Array;
  readonly roles: Uint32Array;
  readonly protocols: Uint32Array;
  readonly addresses: Uint32Array;
  readonly agents: Uint32Array;
  /** 1 where the log did not tell of roles. */
  readonly blindness: Uint32Array;
  /** In milliseconds since 1970; not a number where none can be read. */
  readonly times: Float64Array;
  /** What all numbers of texts stand for. */
  readonly texts: SameNumbers;
  /** Numbers of items, attachments or folders of some rows, which ascend. */
  readonly things: (column: 'item' | 'attachment' | 'folder' | 'folderId', of: Uint32Array) => Uint32Array;
  readonly chunks: readonly ReadRows[];
  /** The rows that one is of. */
  readonly from: (at: number) => SpeakingRows;
}

/** @param seed a number that nobody who writes logs can know */
export function gatherReads(rows: readonly SpeakingRows[], blind: readonly Stretch[], seed: number): GatheredReads {
  const chunks = rows.filter(({ chunk }) => chunk.own.count > 0).map(readRowsIn);
  const count = chunks.reduce((sum, { places }) => sum + places.length, 0);
  const texts = new SameNumbers(seed);
  const kinds = new Uint8Array(count);
  const places = new Uint32Array(count);
  const times = new Float64Array(count);
  const begins: number[] = [];
  let begin = 0;
  for (const each of chunks) {
    begins.push(begin);
    kinds.set(each.kinds, begin);
    places.set(each.places, begin);
    timesIn(each, times, begin);
    begin += each.places.length;
  }
  const gathered = (columnOf: (each: ReadRows) => Uint32Array): Uint32Array => {
    const all = new Uint32Array(count);
    for (const [at, each] of chunks.entries())
      all.set(texts.of(each.each.chunk.own.texts, columnOf(each)), begins[at] ?? 0);
    return all;
  };
  const audit = (column: Parameters<typeof picked>[1]): Uint32Array => gathered((each) => picked(each, column));
  const [users, owners, roles] = [audit('user'), audit('owner'), audit('impersonator')];
  const protocols = audit('protocol');
  const addresses = gathered((each) => ofRows(each, columns.address));
  const agents = gathered((each) => ofRows(each, columns.userAgent));
  return {
    count,
    kinds,
    places,
    users,
    owners,
    roles,
    protocols,
    addresses,
    agents,
    blindness: blindnessOf({ roles, protocols, addresses, agents, times }, blind),
    times,
    texts,
    things: (column, of) => {
      const found = new Uint32Array(of.length);
      let from = 0;
      for (const [at, { each, places: own }] of chunks.entries()) {
        const first = begins[at] ?? 0;
        let to = from;
        while (to < of.length && (of[to] ?? 0) < first + own.length) to++;
        const all = each.chunk.own.audit(column);
        const numbers = of.subarray(from, to).map((row) => all[own[row - first] ?? 0] ?? 0);
        found.set(texts.of(each.chunk.own.texts, numbers), from);
        from = to;
      }
      return found;
    },
    chunks,
    from: (at) => {
      const found = chunks[lastNotAbove(begins.length, (chunk) => begins[chunk] ?? 0, at)];
      if (found === undefined) throw new RangeError(`There is no row ${at}.`);
      return found.each;
    },
  };
}

function picked(
  { each: { chunk }, places }: ReadRows,
  column: 'user' | 'owner' | 'impersonator' | 'protocol',
): Uint32Array {
  const all = chunk.own.audit(column);
  const found = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at++) found[at] = all[places[at] ?? 0] ?? 0;
  return found;
}

function ofRows({ each: { chunk }, places }: ReadRows, column: number): Uint32Array {
  const all = chunk.column(column);
  const { rows } = chunk.own;
  const found = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at++) found[at] = all[rows[places[at] ?? 0] ?? 0] ?? 0;
  return found;
}

function timesIn(each: ReadRows, into: Float64Array, begin: number): void {
  const seconds = ofRows(each, columns.time);
  const states = each.each.chunk.own.audit('state');
  for (let at = 0; at < seconds.length; at++) {
    const second = seconds[at] ?? 0;
    const ms = ((states[each.places[at] ?? 0] ?? 0) >> MS_SHIFT) & MS_MASK;
    into[begin + at] = second === 0 ? Number.NaN : 1000 * second + ms;
  }
}

/** Where the log was thinned out, as calls tell; and where it says neither from where, nor by what, nor through which role: then nobody was asked to write it down. */
function blindnessOf(
  {
    roles,
    protocols,
    addresses,
    agents,
    times,
  }: Pick<GatheredReads, 'roles' | 'protocols' | 'addresses' | 'agents' | 'times'>,
  blind: readonly Stretch[],
): Uint32Array {
  const found = new Uint32Array(times.length);
  for (let at = 0; at < found.length; at++) {
    if (roles[at] !== 0) continue;
    const time = times[at] ?? Number.NaN;
    const isBare = protocols[at] === 0 && addresses[at] === 0 && agents[at] === 0;
    if (isBare || blind.some(({ from, to }) => time >= from && time < to)) found[at] = 1;
  }
  return found;
}
