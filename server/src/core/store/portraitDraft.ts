import { serviceLabel } from '../explain/serviceLabel';
import { byHappening, type Portrait, type ServiceUse } from '../investigate/evidence';
import { once } from '../once';
import type { RowTables } from './rowTables';
import { actAt, type SpeakingRows } from './speakingRows';

/** So many times as many events as are told are kept before the later ones are let go. */
const ROOM = 64;

/** What a row says of its actor. */
export interface RowSaid {
  readonly tables: RowTables;
  readonly call: number;
  readonly isFailed: boolean;
  /** Seconds since 1970; 0 where they are not told so. */
  readonly time: number;
  /** Numbers of texts. */
  readonly key: number;
  readonly address: number;
  readonly program: number;
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
  /** What is later than this is none of the earliest. */
  latest: number;
}

/** A portrait in the making. */
export class PortraitDraft {
  readonly #most: number;
  readonly #keys = new MetTexts();
  readonly #addresses = new MetTexts();
  readonly #programs = new MetTexts();
  readonly #services = new Map<string, ServiceDraft>();
  readonly #ofCall = new Map<RowTables, (ServiceDraft | undefined)[]>();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** @param most so many of the earliest events are told of each service */
  constructor(most: number) {
    this.#most = most;
  }

  add(each: SpeakingRows, row: number, { tables, call, isFailed, time, key, address, program }: RowSaid): void {
    this.#keys.add(tables, key);
    this.#addresses.add(tables, address);
    this.#programs.add(tables, program);
    if (time !== 0 && time < this.#first) this.#first = time;
    if (time !== 0 && time > this.#last) this.#last = time;
    const service = this.#serviceOf(tables, call);
    service.calls++;
    if (isFailed) service.failed++;
    if (this.#most === 0) return;
    const at = time === 0 ? Number.MAX_VALUE : time;
    if (at > service.latest) return;
    service.earliest.push({ each, row, time: at });
    // Those of one second stay together until they are compared as wholes.
    if (service.earliest.length <= ROOM * this.#most) return;
    service.earliest = this.#earliestOf(service.earliest);
    service.latest = service.earliest.at(-1)?.time ?? service.latest;
  }

  told(): Portrait {
    const [keys, addresses, programs] = [this.#keys, this.#addresses, this.#programs].map((met) =>
      once(() => met.told()),
    );
    const isTimed = this.#first <= this.#last;
    return {
      get keys() {
        return keys?.() ?? [];
      },
      get addresses() {
        return addresses?.() ?? [];
      },
      get programs() {
        return programs?.() ?? [];
      },
      first: isTimed ? 1000 * this.#first : undefined,
      last: isTimed ? 1000 * this.#last : undefined,
      services: new Map(
        Array.from(this.#services, ([name, draft]): [string, ServiceUse] => [name, this.#useOf(draft)]),
      ),
    };
  }

  #useOf({ calls, failed, actions, earliest }: ServiceDraft): ServiceUse {
    const acts = this.#earliestOf(earliest)
      .map(({ each, row }) => actAt(each, row))
      .sort(byHappening);
    return { calls, failed, actions: Array.from(actions), acts: acts.slice(0, this.#most) };
  }

  #serviceOf(tables: RowTables, call: number): ServiceDraft {
    const known = this.#ofCall.get(tables) ?? [];
    const found = known[call];
    if (found !== undefined) return found;
    this.#ofCall.set(tables, known);
    const name = serviceLabel(tables.callText(call, 'source'));
    const service = this.#services.get(name) ?? newService();
    service.actions.add(tables.callText(call, 'action'));
    this.#services.set(name, service);
    known[call] = service;
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

function newService(): ServiceDraft {
  return { calls: 0, failed: 0, actions: new Set(), earliest: [], latest: Number.POSITIVE_INFINITY };
}

/** Texts by number, as they are met: mostly the same one again. */
class MetTexts {
  readonly #numbers = new Map<RowTables, Set<number>>();
  #latestOf: RowTables | undefined;
  #latest = 0;

  add(tables: RowTables, number: number): void {
    if (number === this.#latest && tables === this.#latestOf) return;
    this.#latest = number;
    this.#latestOf = tables;
    const known = this.#numbers.get(tables);
    if (known === undefined) this.#numbers.set(tables, new Set([number]));
    else known.add(number);
  }

  /** Each once, in the order of the alphabet. */
  told(): readonly string[] {
    const texts = new Set<string>();
    for (const [tables, all] of this.#numbers)
      for (const number of all) if (number !== 0) texts.add(tables.text(number));
    return Array.from(texts).sort();
  }
}
