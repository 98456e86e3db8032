import { serviceLabel } from '../explain/serviceLabel';
import { byHappening, type Portrait, type ServiceUse } from '../investigate/evidence';
import { columns, identityTexts } from './columns';
import { FAILED, outcomeBits } from './rowState';
import type { RowTables } from './rowTables';
import { actAt, type SpeakingRows } from './speakingRows';
import type { TextTable, TupleTable } from './texts';

const ARN = identityTexts.indexOf('arn');

/**
 * What some actors did in every service. All rows are gone through once, whatever the number of actors.
 *
 * @param actorOf positions of actors by the keys and ARNs that they acted with
 * @param count of actors
 * @param most so many of the earliest events are told of each service
 */
export function portraitsOf(
  rows: readonly SpeakingRows[],
  actorOf: ReadonlyMap<string, number>,
  count: number,
  most: number,
): readonly Portrait[] {
  const whose = new ActorNumbers(actorOf);
  const drafts = Array.from({ length: count }, () => new Draft(most));
  for (const each of rows) {
    const { chunk } = each;
    const { tables } = chunk;
    const actors = whose.of(tables);
    const [states, calls, seconds] = [columns.state, columns.call, columns.time].map((column) => chunk.column(column));
    const [keys, addresses, programs] = [columns.accessKey, columns.address, columns.userAgent].map((column) =>
      chunk.column(column),
    );
    const identities = chunk.column(columns.identity);
    for (const row of each.rows) {
      const actor = actors.keys.get(keys?.[row] ?? 0) ?? actors.ofIdentity(identities[row] ?? 0);
      if (actor === undefined) continue;
      drafts[actor]?.add(each, row, {
        tables,
        call: calls?.[row] ?? 0,
        isFailed: outcomeBits(states?.[row] ?? 0) === FAILED,
        time: seconds?.[row] ?? 0,
        texts: [keys?.[row] ?? 0, addresses?.[row] ?? 0, programs?.[row] ?? 0],
      });
    }
  }
  return drafts.map((draft) => draft.told());
}

/** Actors by number of a key and of an identity; what the logs say is looked up once in each table. */
class ActorNumbers {
  readonly #actorOf: ReadonlyMap<string, number>;
  readonly #keys = new Map<TextTable, ReadonlyMap<number, number>>();
  readonly #identities = new Map<TupleTable, (number | undefined)[]>();

  constructor(actorOf: ReadonlyMap<string, number>) {
    this.#actorOf = actorOf;
  }

  of({ texts, identities }: RowTables): {
    readonly keys: ReadonlyMap<number, number>;
    readonly ofIdentity: (identity: number) => number | undefined;
  } {
    const keys = this.#keys.get(texts) ?? this.#numbersIn(texts);
    this.#keys.set(texts, keys);
    const known = this.#identities.get(identities) ?? [];
    this.#identities.set(identities, known);
    return {
      keys,
      ofIdentity: (identity) => {
        if (!(identity in known)) known[identity] = keys.get(identities.at(identity, ARN));
        return known[identity];
      },
    };
  }

  #numbersIn(texts: TextTable): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (const [text, actor] of this.#actorOf) {
      for (const number of texts.numbersLike(text.toLowerCase())) if (number !== 0) found.set(number, actor);
    }
    return found;
  }
}

/** What a row says of its actor. */
interface RowSaid {
  readonly tables: RowTables;
  readonly call: number;
  readonly isFailed: boolean;
  /** Seconds since 1970; 0 where they are not told so. */
  readonly time: number;
  /** Numbers of the key, the address and the program. */
  readonly texts: readonly [number, number, number];
}

interface Candidate {
  readonly each: SpeakingRows;
  readonly row: number;
  readonly time: number;
}

interface ServiceDraft {
  calls: number;
  failed: number;
  readonly actions: Set<string>;
  earliest: Candidate[];
}

class Draft {
  readonly #most: number;
  readonly #texts = [
    new Map<RowTables, Set<number>>(),
    new Map<RowTables, Set<number>>(),
    new Map<RowTables, Set<number>>(),
  ];
  readonly #services = new Map<string, ServiceDraft>();
  readonly #ofCall = new Map<RowTables, Map<number, ServiceDraft>>();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
  }

  add(each: SpeakingRows, row: number, { tables, call, isFailed, time, texts }: RowSaid): void {
    for (const [which, number] of texts.entries()) {
      const numbers = this.#texts[which]?.get(tables);
      if (numbers !== undefined) numbers.add(number);
      else this.#texts[which]?.set(tables, new Set([number]));
    }
    if (time !== 0 && time < this.#first) this.#first = time;
    if (time !== 0 && time > this.#last) this.#last = time;
    const service = this.#serviceOf(tables, call);
    service.calls++;
    if (isFailed) service.failed++;
    if (this.#most === 0) return;
    service.earliest.push({ each, row, time: time === 0 ? Number.MAX_VALUE : time });
    // Those of one second stay together until they are compared as wholes.
    if (service.earliest.length > 64 * this.#most) service.earliest = this.#earliestOf(service.earliest);
  }

  told(): Portrait {
    const [keys, addresses, programs] = this.#texts.map(textsIn);
    const services = Array.from(
      this.#services,
      ([service, { calls, failed, actions, earliest }]): [string, ServiceUse] => [
        service,
        {
          calls,
          failed,
          actions: Array.from(actions),
          acts: this.#earliestOf(earliest)
            .map(({ each, row }) => actAt(each, row))
            .sort(byHappening)
            .slice(0, this.#most),
        },
      ],
    );
    return {
      keys: keys ?? [],
      addresses: addresses ?? [],
      programs: programs ?? [],
      first: this.#first > this.#last ? undefined : 1000 * this.#first,
      last: this.#first > this.#last ? undefined : 1000 * this.#last,
      services: new Map(services),
    };
  }

  #serviceOf(tables: RowTables, call: number): ServiceDraft {
    const known = this.#ofCall.get(tables) ?? new Map<number, ServiceDraft>();
    this.#ofCall.set(tables, known);
    const found = known.get(call);
    if (found !== undefined) return found;
    const name = serviceLabel(tables.callText(call, 'source'));
    const service = this.#services.get(name) ?? { calls: 0, failed: 0, actions: new Set(), earliest: [] };
    service.actions.add(tables.callText(call, 'action'));
    this.#services.set(name, service);
    known.set(call, service);
    return service;
  }

  /** The earliest, with all of the last second that counts. */
  #earliestOf(candidates: Candidate[]): Candidate[] {
    candidates.sort((left, right) => left.time - right.time);
    if (candidates.length <= this.#most) return candidates;
    const last = candidates[this.#most - 1]?.time ?? Number.MAX_VALUE;
    const end = candidates.findIndex(({ time }) => time > last);
    return end < 0 ? candidates : candidates.slice(0, end);
  }
}

function textsIn(numbers: ReadonlyMap<RowTables, ReadonlySet<number>>): readonly string[] {
  const texts = new Set<string>();
  for (const [tables, all] of numbers) for (const number of all) if (number !== 0) texts.add(tables.text(number));
  return Array.from(texts).sort();
}
