import {
  DistinctRows,
  distinctKey,
  type EventFacts,
  type EventInLog,
  isMailCall,
  isWitness,
  type RowChunk,
  requestKey,
  StoredFacts,
} from '../core/index';
import type { FileStretch, ScannedFile } from '../host/logFiles';

/**
 * How many events of WorkMail some scanned files tell of: each once, however often it was delivered, and none for how an endpoint saw
 * a call that is here. Files that are added are looked at when somebody asks, in columns, so that a scan does not wait for it.
 */
export class DistinctEvents {
  readonly #rows = new DistinctRows(Math.floor(Math.random() * 2 ** 32));
  #waiting: ScannedFile[] = [];
  readonly #counted: ScannedFile[] = [];
  /** What witnesses have in common with their calls, by what tells them apart; empty for nearly all folders. */
  readonly #witnesses = new Map<string, string>();

  add(file: ScannedFile): void {
    if (file.stretches.length > 0) this.#waiting.push(file);
  }

  get count(): number {
    for (const file of this.#waiting) this.#look(file);
    this.#waiting = [];
    return this.#rows.events - joinedIn(this.#witnesses, this.#calls());
  }

  #look(file: ScannedFile): void {
    const log = this.#counted.push(file) - 1;
    for (const { chunk, from, to, index } of file.stretches) {
      for (const run of runsOfWorkMail(chunk, from, to)) {
        this.#rows.add({ chunk, ...run, log, index: index + run.from - from, base: 0 });
      }
    }
    for (const facts of factsWhere(file, (chunk, row) => chunk.isNetwork(row)))
      noteWitness(this.#witnesses, log, facts);
  }

  *#calls(): Generator<EventInLog> {
    for (const [log, file] of this.#counted.entries()) {
      for (const facts of factsWhere(file, (chunk, row) => !chunk.isNetwork(row))) yield { log, facts };
    }
  }
}

/** The same of the records of one log. @param events gives them, each time */
export function distinctEventsOf(events: () => Iterable<EventFacts>): number {
  const keys = new Set<string>();
  const witnesses = new Map<string, string>();
  for (const facts of events()) {
    if (!isMailCall(facts.service)) continue;
    keys.add(distinctKey({ log: 0, facts }));
    if (isWitness(facts)) noteWitness(witnesses, 0, facts);
  }
  return keys.size - joinedIn(witnesses, callsOf(events()));
}

function noteWitness(witnesses: Map<string, string>, log: number, facts: EventFacts): void {
  const request = requestKey(facts);
  if (request !== undefined) witnesses.set(distinctKey({ log, facts }), request);
}

function* callsOf(events: Iterable<EventFacts>): Generator<EventInLog> {
  for (const facts of events) if (!isWitness(facts)) yield { log: 0, facts };
}

/**
 * How many witnesses only tell of a call that is here, too.
 *
 * @param witnesses those that turn out to be copies of a call are taken out
 */
function joinedIn(witnesses: Map<string, string>, calls: Iterable<EventInLog>): number {
  if (witnesses.size === 0) return 0;
  const requests = new Set<string>();
  for (const call of calls) {
    requests.add(requestKey(call.facts) ?? '');
    witnesses.delete(distinctKey(call));
  }
  let joined = 0;
  for (const request of witnesses.values()) if (requests.has(request)) joined++;
  return joined;
}

function* runsOfWorkMail(chunk: RowChunk, from: number, to: number): Generator<Pick<FileStretch, 'from' | 'to'>> {
  let begin = -1;
  for (let row = from; row < to; row++) {
    const isOther = !isMailCall(chunk.service(row));
    if (isOther && begin >= 0) yield { from: begin, to: row };
    begin = isOther ? -1 : begin < 0 ? row : begin;
  }
  if (begin >= 0) yield { from: begin, to };
}

function* factsWhere(
  { uri, stretches }: ScannedFile,
  isMeant: (chunk: RowChunk, row: number) => boolean,
): Generator<EventFacts> {
  for (const { chunk, from, to, index } of stretches) {
    for (let row = from; row < to; row++) {
      if (!isMailCall(chunk.service(row)) || !isMeant(chunk, row)) continue;
      yield new StoredFacts(chunk, row, { index: index + row - from, file: uri, base: 0 });
    }
  }
}
