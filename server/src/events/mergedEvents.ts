import {
  type ActionGroup,
  actionGroup,
  distinctKey,
  type Entities,
  type EventInLog,
  entitiesOf,
  inGroupOrder,
  isOfWorkMail,
  isWitness,
  type QuestionRow,
  requestKey,
} from '../core/index';
import { type EventLog, questionRow } from '../documents/eventLog';
import { fileKey } from '../wire/fileKey';
import type { Services } from '../wire/protocol';
import { MergedList } from './eventList';
import type { RowGroup } from './rowGroup';
import type { GroupPart, Picks, RowsTogether } from './rowsTogether';

/** The rows that answer a question, of open logs and of logs on disk. */
export interface Picked {
  readonly open: Picks;
  readonly onDisk: Picks;
}

/** One of the two sides of `MergedEvents`, and what of it is asked for. */
interface Side {
  readonly together: RowsTogether;
  readonly part: GroupPart;
  readonly groups: ReadonlyMap<string, RowGroup>;
}

/**
 * The events of open logs and of logs on disk at one moment, as one. An event that is in both is told once: the open log
 * speaks for it, since that is the text in front of the reader.
 *
 * What was made of the logs on disk is kept from one moment to the next, because a keystroke does not change it.
 */
export class MergedEvents {
  /** Positions in it are the `log` of facts. */
  readonly logs: readonly EventLog[];
  readonly revision: number;
  readonly open: RowsTogether;
  readonly onDisk: RowsTogether;
  /** Rows for which an event across this border speaks. */
  readonly #silencedOpen = new Set<number>();
  readonly #silencedOnDisk = new Set<number>();
  /** Calls and their witnesses where one is open and the other on disk: the key of the call by that of the witness, and back. */
  readonly #callOf = new Map<string, string>();
  readonly #witnessesOf = new Map<string, Set<string>>();
  readonly #sides = new WeakMap<Picked, readonly [onDisk: Side, open: Side]>();
  #allSides: readonly [onDisk: Side, open: Side] | undefined;
  #entities: Entities | undefined;

  /** @param logs those on disk first, as they are numbered */
  constructor(logs: readonly EventLog[], onDisk: RowsTogether, open: RowsTogether, revision: number) {
    this.logs = logs;
    this.revision = revision;
    this.open = open;
    this.onDisk = onDisk;
    const isAlone = onDisk.rows.count === 0;
    for (const key of isAlone ? [] : open.keys) {
      const [other] = onDisk.copies(key);
      if (other === undefined) continue;
      const [own] = isWitness(other.facts) ? [] : open.copies(key);
      if (own !== undefined && isWitness(own.facts)) this.#join(own, other);
      else this.#silence(other);
    }
    if (!isAlone) this.#joinAcross();
  }

  #joinAcross(): void {
    for (const [side, across] of [
      [this.open, this.onDisk],
      [this.onDisk, this.open],
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

  #silence({ log, facts }: EventInLog): void {
    const onDisk = this.onDisk.rows.numberOf(log, facts.index);
    if (onDisk !== undefined) this.#silencedOnDisk.add(onDisk);
    const open = this.open.rows.numberOf(log, facts.index);
    if (open !== undefined) this.#silencedOpen.add(open);
  }

  /** What the logs teach about ids. */
  get entities(): Entities {
    this.#entities ??= entitiesOf([...this.onDisk.teaching, ...this.open.teaching]);
    return this.#entities;
  }

  /** Both sides, what is on disk first, each with the rows for which the other one speaks. */
  get sides(): readonly { readonly together: RowsTogether; readonly silenced: ReadonlySet<number> }[] {
    return [
      { together: this.onDisk, silenced: this.#silencedOnDisk },
      { together: this.open, silenced: this.#silencedOpen },
    ];
  }

  /** In the alphabetical order of the action. */
  groups(services: Services, picked?: Picked): readonly ActionGroup[] {
    const [onDisk, open] = this.#sidesOf(picked);
    const keys = new Set([...onDisk.groups.keys(), ...open.groups.keys()]);
    const groups = Array.from(keys, (key) => this.#group(key, picked));
    return inGroupOrder(groups.filter((group) => group.count > 0 && isShown(group, services)));
  }

  /** With its events in the order they happened. */
  group(services: Services, key: string, picked?: Picked): ActionGroup | undefined {
    const group = this.#group(key, picked);
    return group.count > 0 && isShown(group, services) ? group : undefined;
  }

  /** An event by its place. */
  event(log: number, index: number): EventInLog | undefined {
    for (const { rows } of [this.onDisk, this.open]) {
      const number = rows.numberOf(log, index);
      if (number !== undefined) return rows.event(number);
    }
    return undefined;
  }

  /** An event by its place in a log that is named by its uri. */
  eventIn(uri: string, index: number): EventInLog | undefined {
    const key = fileKey(uri);
    return this.event(
      this.logs.findIndex((log) => fileKey(log.uri) === key),
      index,
    );
  }

  /** An event as a question sees it, but for the text of its record. */
  row({ log, facts }: EventInLog): QuestionRow | undefined {
    for (const { rows } of [this.onDisk, this.open]) {
      const number = rows.numberOf(log, facts.index);
      if (number === undefined) continue;
      const { numbered, row } = rows.slot(number);
      return questionRow(numbered.piece, row, undefined);
    }
    return undefined;
  }

  /** The copy that speaks for an event, which may be itself. */
  speaking(event: EventInLog): EventInLog | undefined {
    return this.#copies(event)[0];
  }

  /** Where else the same event was delivered. */
  otherCopies(event: EventInLog): readonly EventInLog[] {
    return this.#copies(event).slice(1);
  }

  /** How many events speak among picked rows, or among all. */
  count(picked?: Picked): number {
    return this.groups('all', picked).reduce((sum, group) => sum + group.count, 0);
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
    return [...this.open.copies(key), ...this.onDisk.copies(key)];
  }

  #sidesOf(picked: Picked | undefined): readonly [onDisk: Side, open: Side] {
    if (picked === undefined) {
      this.#allSides ??= this.#madeSides(undefined);
      return this.#allSides;
    }
    const known = this.#sides.get(picked) ?? this.#madeSides(picked);
    this.#sides.set(picked, known);
    return known;
  }

  #madeSides(picked: Picked | undefined): readonly [onDisk: Side, open: Side] {
    return [
      sideOf(this.onDisk, { ...(picked && { picks: picked.onDisk }), silenced: this.#silencedOnDisk }),
      sideOf(this.open, { ...(picked && { picks: picked.open }), silenced: this.#silencedOpen }),
    ];
  }

  #group(key: string, picked: Picked | undefined): ActionGroup {
    const sides = this.#sidesOf(picked).filter(({ groups }) => groups.has(key));
    const parts = sides.flatMap(({ together, groups }) => {
      const group = groups.get(key);
      const any = group && together.eventOf(group);
      return group === undefined || any === undefined ? [] : [{ group, any, reach: together.reachOf(group) }];
    });
    const sum = (which: 'count' | 'failed' | 'malformed'): number =>
      parts.reduce((total, { group }) => total + group[which], 0);
    const [first] = parts.filter(({ group }) => group.first >= 0).sort((a, b) => a.group.firstTime - b.group.firstTime);
    const [last] = parts.filter(({ group }) => group.last >= 0).sort((a, b) => b.group.lastTime - a.group.lastTime);
    const counts = { count: sum('count'), failed: sum('failed'), malformed: sum('malformed') };
    return actionGroup(
      key,
      (first ?? parts[0])?.any.facts,
      { ...counts, first: first?.reach.first, last: last?.reach.last },
      () => {
        const lists = sides.map(({ together, part }) => together.list(key, part));
        const [one, other] = lists;
        if (one === undefined) return [];
        return other === undefined ? one : new MergedList(one, other);
      },
    );
  }
}

function sideOf(together: RowsTogether, part: GroupPart): Side {
  return { together, part, groups: together.groups(part) };
}

function testimony({ facts }: EventInLog): number {
  return isWitness(facts) ? 1 : 0;
}

function isShown(group: ActionGroup, services: Services): boolean {
  return services === 'all' || isOfWorkMail(group);
}
