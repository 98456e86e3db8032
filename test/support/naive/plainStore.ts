import { type Json, type Lesson, type Plain, plainOf, type StoredRecord, textAt } from './plainRecord';
import type { PlainSchemas } from './plainSchemas';

/** A user, group or other thing of WorkMail by its id. */
interface Known {
  readonly organizations: Set<string>;
  names: readonly string[];
  addresses: readonly string[];
}

/** Most names that are kept of one thing. */
const MOST_NAMES = 8;

/**
 * All records of some logs, each looked at anew for every question: no columns, no numbers. Of records of one event one speaks, and
 * a call speaks for what a VPC endpoint saw of it.
 */
export class PlainStore {
  readonly all: readonly Plain[];
  /** In the order they happened. */
  readonly speaking: readonly Plain[];
  readonly #speakerOf = new Map<Plain, Plain>();
  readonly #things = new Map<string, Known>();
  readonly #idByName = new Map<string, Set<string>>();

  /**
   * @param onDisk records of logs that are not open, in the order of the logs
   * @param open those of open logs
   */
  constructor(schemas: PlainSchemas, onDisk: readonly StoredRecord[], open: readonly StoredRecord[]) {
    const sides = [onDisk, open].map((side) => side.map((record) => plainOf(schemas, record)));
    this.all = sides.flat();
    const [disk = [], shown = []] = sides;
    for (const side of sides) {
      this.#letSpeak(side);
      this.#joinCalls(side, side);
    }
    // What a log on disk teaches is true, though the same event is open in a worse state.
    const teaching = this.all.filter((one) => this.#speaks(one));
    // What is open speaks for what lies on disk.
    for (const one of [...shown, ...disk]) {
      const same = shown.find((other) => this.#speaks(other) && isSameEvent(one, other));
      if (same !== undefined && this.#speaks(one)) this.#speakerOf.set(one, same);
    }
    this.#joinCalls(shown, disk);
    this.#joinCalls(disk, shown);
    const order = new Map(this.all.map((one, at) => [one, at]));
    const byTime = (a: Plain, b: Plain): number =>
      a.time === b.time ? (order.get(a) ?? 0) - (order.get(b) ?? 0) : a.time - b.time;
    this.speaking = this.all.filter((one) => this.#speaks(one)).sort(byTime);
    this.#learn(teaching.sort(byTime));
  }

  #speaks(one: Plain): boolean {
    return this.#speakerOf.get(one) === one;
  }

  /** Who speaks for a record: the same object for all records of one event. */
  speaker(one: Plain): Plain {
    const found = this.#speakerOf.get(one);
    if (found === undefined) throw new Error('A record of another store.');
    return found === one ? one : this.speaker(found);
  }

  /** Under what else something goes in an organization: what stands for it anywhere, and what does within its organization. */
  alsoCalled(
    organization: string,
    text: string,
  ): { readonly ids: readonly string[]; readonly names: readonly string[] } {
    const id = this.idOf(organization, text);
    const { names = [], addresses = [] } = this.#known(organization, id) ?? {};
    const isName = text !== id && !addresses.includes(text) && !text.startsWith('arn:');
    return {
      ids: [...(isName ? [] : [text]), id, ...addresses],
      names: [...(isName ? [text] : []), ...names],
    };
  }

  idOf(organization: string, text: string): string {
    if (this.#known(organization, text) !== undefined) return text;
    return organizationIn(this.#only(organization, text) ?? text);
  }

  #known(organization: string, id: string): Known | undefined {
    const known = this.#things.get(id);
    if (known === undefined || known.organizations.size > 1) return undefined;
    const [learnedIn = organization] = known.organizations;
    return organization === '' || learnedIn === organization ? known : undefined;
  }

  /** The id that a name stands for, if that is one. */
  #only(organization: string, name: string): string | undefined {
    const ids = this.#idByName.get(JSON.stringify([organization, name]));
    const [id] = ids ?? [];
    return ids?.size === 1 ? id : undefined;
  }

  #learn(teaching: readonly Plain[]): void {
    for (const isAddress of [false, true]) {
      for (const { organization, lessons } of teaching) {
        for (const lesson of lessons) if (lesson.isAddress === isAddress) this.#take(organization, lesson);
      }
    }
  }

  #take(organization: string, lesson: Lesson): void {
    const { kind, name, isAddress, isTaken } = lesson;
    const given = kind === 'organization' ? organizationIn(lesson.id) : lesson.id;
    const id = isAddress ? (this.#only(organization, given) ?? given) : given;
    const known = this.#things.get(id) ?? { organizations: new Set(), names: [], addresses: [] };
    this.#things.set(id, known);
    if (kind !== 'organization' && organization !== '') known.organizations.add(organization);
    const list = isAddress ? 'addresses' : 'names';
    const others = known[list].filter((other) => other !== name);
    known[list] = isTaken ? others : [name, ...others].slice(0, MOST_NAMES);
    if (isTaken) return;
    const key = JSON.stringify([organization, name]);
    this.#idByName.set(key, (this.#idByName.get(key) ?? new Set()).add(id));
  }

  /** Of records of one event on one side, the best speaks: a whole one before a damaged one, the first before others. */
  #letSpeak(side: readonly Plain[]): void {
    const rank = (one: Plain): number => (one.isWitness ? 2 : 0) + (one.record.damage === 'none' ? 0 : 1);
    for (const one of side) {
      const same = side.filter((other) => isSameEvent(one, other)).sort((a, b) => rank(a) - rank(b));
      this.#speakerOf.set(one, same[0] ?? one);
    }
  }

  /** Lets calls of one side speak for what a VPC endpoint saw of them on the other, or on the same one. */
  #joinCalls(witnesses: readonly Plain[], calls: readonly Plain[]): void {
    for (const witness of witnesses.filter((one) => one.isWitness && this.#speaks(one))) {
      const [call] = calls
        .filter((one) => !one.isWitness && isSameRequest(one, witness))
        .sort((a, b) => (a.time === b.time ? 0 : a.time - b.time));
      if (call !== undefined) this.#speakerOf.set(witness, call);
    }
  }
}

/** One eventID, in any case of letters, one name and one time. A record without an eventID is an event of its own. */
function isSameEvent(one: Plain, other: Plain): boolean {
  if (one === other) return true;
  const key = ({ texts, record }: Plain): string =>
    JSON.stringify([texts.event?.toLowerCase(), texts.action, textAt(record.event, 'eventTime')]);
  return one.texts.event !== '' && key(one) === key(other);
}

function isSameRequest({ texts, record }: Plain, other: Plain): boolean {
  const source = (event: Json): string => textAt(event, 'eventSource').toLowerCase();
  return (
    texts.request !== '' &&
    texts.request?.toLowerCase() === other.texts.request?.toLowerCase() &&
    texts.action === other.texts.action &&
    source(record.event) === source(other.record.event)
  );
}

export function organizationIn(text: string): string {
  return /^arn:aws[a-z-]*:workmail:[^:]*:[^:]*:organization\/(.+)$/.exec(text)?.[1] ?? text;
}
