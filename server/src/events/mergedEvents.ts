import {
  type ActionGroup,
  distinctKey,
  type Entities,
  type EventInLog,
  entitiesOf,
  groupKeyOf,
  groupOf,
  inGroupOrder,
  inTimeOrder,
  isOfWorkMail,
  isWitness,
  requestKey,
  type Together,
} from '../core/index';
import type { EventLog } from '../documents/eventLog';
import type { Services } from '../wire/protocol';

/**
 * The events of open logs and of logs on disk at one moment, as one. An event that is in both is told once: the open log
 * speaks for it, since that is the text in front of the reader.
 *
 * What was made of the logs on disk is kept from one moment to the next, because a keystroke does not change it: only
 * groups with events of open logs are made anew, and those only when somebody asks.
 */
export class MergedEvents {
  /** Positions in it are the `log` of facts. */
  readonly logs: readonly EventLog[];
  readonly revision: number;
  readonly #open: Together;
  readonly #onDisk: Together;
  /** Events that another one speaks for across this border, and their groups. */
  readonly #outspoken = new Set<EventInLog>();
  readonly #touched: Set<string>;
  /** There is nothing on disk to be merged with what is open. */
  readonly #isAlone: boolean;
  readonly #groups = new Map<string, ActionGroup>();
  /** Calls and their witnesses where one is open and the other on disk: the key of the call by that of the witness, and back. */
  readonly #callOf = new Map<string, string>();
  readonly #witnessesOf = new Map<string, Set<string>>();
  #entities: Entities | undefined;

  /** @param logs those on disk first, as they are numbered */
  constructor(logs: readonly EventLog[], onDisk: Together, open: Together, revision: number) {
    this.logs = logs;
    this.revision = revision;
    this.#open = open;
    this.#onDisk = onDisk;
    this.#touched = new Set(open.groupKeys);
    this.#isAlone = onDisk.groupKeys[Symbol.iterator]().next().done === true;
    for (const key of this.#isAlone ? [] : open.keys) {
      const [other] = onDisk.copies(key);
      if (other === undefined) continue;
      const [own] = isWitness(other.facts) ? [] : open.copies(key);
      if (own !== undefined && isWitness(own.facts)) this.#join(own, other);
      else this.#silence(other);
    }
    if (!this.#isAlone) this.#joinAcross();
  }

  #joinAcross(): void {
    for (const [side, across] of [
      [this.#open, this.#onDisk],
      [this.#onDisk, this.#open],
    ] as const) {
      const { witnesses } = side;
      const calls = across.callsFor(witnesses);
      for (const witness of witnesses) {
        const call = calls.get(requestKey(witness.facts) ?? '');
        if (call !== undefined) this.#join(witness, call);
      }
    }
  }

  /** Lets a call speak for its witness. */
  #join(witness: EventInLog, call: EventInLog): void {
    const [key, own] = [distinctKey(witness), distinctKey(call)];
    this.#callOf.set(key, own);
    const known = this.#witnessesOf.get(own);
    if (known === undefined) this.#witnessesOf.set(own, new Set([key]));
    else known.add(key);
    this.#silence(witness);
  }

  #silence(event: EventInLog): void {
    this.#outspoken.add(event);
    this.#touched.add(groupKeyOf(event.facts));
  }

  /** What the logs teach about ids. */
  get entities(): Entities {
    this.#entities ??= entitiesOf([...this.#onDisk.teaching, ...this.#open.teaching]);
    return this.#entities;
  }

  /** In the alphabetical order of the action. */
  groups(services: Services): readonly ActionGroup[] {
    const keys = new Set([...this.#onDisk.groupKeys, ...this.#open.groupKeys]);
    const groups = Array.from(keys, (key) => this.#group(key));
    return inGroupOrder(groups.filter((group) => group.count > 0 && isShown(group, services)));
  }

  /** With its events in the order they happened. */
  group(services: Services, key: string): ActionGroup | undefined {
    const group = this.#group(key);
    return group.count > 0 && isShown(group, services) ? group : undefined;
  }

  /** How many events of other services there are, shown or not. */
  get others(): number {
    return this.groups('all').reduce((sum, group) => (isOfWorkMail(group) ? sum : sum + group.count), 0);
  }

  /** The copy that speaks for an event, which may be itself. */
  speaking(event: EventInLog): EventInLog | undefined {
    return this.#copies(event)[0];
  }

  /** Where else the same event was delivered. */
  otherCopies(event: EventInLog): readonly EventInLog[] {
    return this.#copies(event).slice(1);
  }

  #copies(event: EventInLog): readonly EventInLog[] {
    const key = distinctKey(event);
    const call = this.#callOf.get(key) ?? key;
    const witnesses = this.#witnessesOf.get(call);
    if (witnesses === undefined) return this.#copiesFor(call);
    const all = [call, ...witnesses].flatMap((each) => this.#copiesFor(each));
    // The call first, and of its copies the open one.
    return Array.from(new Set(all)).sort((left, right) => testimony(left) - testimony(right));
  }

  #copiesFor(key: string): readonly EventInLog[] {
    return [...this.#open.copies(key), ...this.#onDisk.copies(key)];
  }

  #group(key: string): ActionGroup {
    if (this.#isAlone) return this.#open.group(key);
    if (!this.#touched.has(key)) return this.#onDisk.group(key);
    const known = this.#groups.get(key) ?? groupOf(key, this.#merged(key));
    this.#groups.set(key, known);
    return known;
  }

  /** Two sorted halves, which a sort merges in one pass. */
  #merged(key: string): readonly EventInLog[] {
    const onDisk = this.#onDisk.inOrder(key).filter((event) => !this.#outspoken.has(event));
    const open = this.#open.inOrder(key);
    // Only a witness of a call on disk is silent here.
    const speaking = this.#callOf.size === 0 ? open : open.filter((event) => !this.#outspoken.has(event));
    return inTimeOrder([...onDisk, ...speaking]);
  }
}

function testimony({ facts }: EventInLog): number {
  return isWitness(facts) ? 1 : 0;
}

function isShown(group: ActionGroup, services: Services): boolean {
  return services === 'all' || isOfWorkMail(group);
}
