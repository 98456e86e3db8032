import {
  type AddedNames,
  distinctKey,
  type Entities,
  type EventInLog,
  isWitness,
  learningOf,
  namedBeside,
  noAddedNames,
  type QuestionRow,
  requestKey,
} from '../core/index';
import { TimesInSeconds } from '../core/store/own/timesInSeconds';
import { type EventLog, questionRow } from '../documents/eventLog';
import { fileKey } from '../wire/fileKey';
import { ownPartsAmong } from './ownParts';
import { rowsBySketch } from './ownSketches';
import type { Picks, RowsTogether } from './rowsTogether';

/** The rows that answer a question, of open logs and of logs on disk. */
export interface Picked {
  readonly open: Picks;
  readonly onDisk: Picks;
}

/** What was learned of the events of one moment. */
export interface Learned {
  readonly onDisk: RowsTogether;
  readonly taught: string;
  readonly entities: Entities;
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
  /** Rows for which an event across the border between both sides speaks. */
  readonly #silenced = { onDisk: new Set<number>(), open: new Set<number>() };
  /** Where a record that says less of an event and the one that speaks for it are on two sides: the key of the one by that of the other, and back. */
  readonly #speakingOf = new Map<string, string>();
  readonly #poorerOf = new Map<string, Set<string>>();
  #entities: Entities | undefined;
  /** Without what was added. */
  #learned: Entities | undefined;
  #before: Learned | undefined;
  #holdsOwn: boolean | undefined;

  readonly #added: AddedNames;

  /**
   * @param logs those on disk first, as they are numbered
   * @param known names beside those that the logs teach, and what was learned a moment ago
   */
  constructor(
    logs: readonly EventLog[],
    onDisk: RowsTogether,
    open: RowsTogether,
    revision: number,
    { added = noAddedNames, before }: { readonly added?: AddedNames; readonly before?: Learned | undefined } = {},
  ) {
    this.#before = before?.onDisk === onDisk ? before : undefined;
    this.logs = logs;
    this.#added = added;
    this.revision = revision;
    this.open = open;
    this.onDisk = onDisk;
    const isAlone = onDisk.rows.count === 0;
    for (const key of isAlone ? [] : open.keys) {
      const [other] = onDisk.copies(key);
      if (other === undefined) continue;
      // It may be spoken for on its own side.
      const [own] = distinctKey(other) === key ? [] : open.copies(key);
      if (own === undefined) this.#silence(other);
      else this.#join(own, other);
    }
    if (!isAlone) this.#joinAcross();
    if (!isAlone) this.#joinParts();
  }

  /** Records of WorkMail's own logs with fields left out, where the one that says more is on the other side. */
  #joinParts(): void {
    const { open, onDisk } = this;
    const inOpen = open.sketches(onDisk.seed);
    if (inOpen.numbers.length === 0) return;
    const inSeconds = new TimesInSeconds();
    const meeting = rowsBySketch(onDisk.sketches(), new Set(inOpen.sketches));
    for (const [sketch, openRows] of rowsBySketch(inOpen, meeting)) {
      const same = [
        ...openRows.map((number) => ({ rows: open.rows, number })),
        ...(meeting.get(sketch) ?? []).flatMap((number) =>
          this.#silenced.onDisk.has(number) ? [] : { rows: onDisk.rows, number },
        ),
      ];
      for (const { part, speaking } of ownPartsAmong(same, inSeconds)) this.#join(part, speaking);
    }
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

  /** Lets an event speak for another one, such as a call for its witness. */
  #join(poorer: EventInLog, speaking: EventInLog): void {
    const [key, own] = [distinctKey(poorer), distinctKey(speaking)];
    this.#speakingOf.set(key, own);
    const known = this.#poorerOf.get(own);
    if (known === undefined) this.#poorerOf.set(own, new Set([key]));
    else known.add(key);
    this.#silence(poorer);
  }

  #silence({ log, facts }: EventInLog): void {
    const onDisk = this.onDisk.rows.numberOf(log, facts.index);
    if (onDisk !== undefined) this.#silenced.onDisk.add(onDisk);
    const open = this.open.rows.numberOf(log, facts.index);
    if (open !== undefined) this.#silenced.open.add(open);
  }

  /** What the logs teach about ids, and behind that what was added. */
  get entities(): Entities {
    const learning = this.learning();
    for (let next = learning.next(); ; next = learning.next()) if (next.done) return next.value;
  }

  /** The same in steps; made once. What all logs on disk teach takes long to read, and a keystroke hardly ever changes anything of it. */
  *learning(): Generator<void, Entities> {
    if (this.#entities !== undefined) return this.#entities;
    const open = this.open.teaching;
    if (open.length === 0) this.#learned = yield* this.onDisk.learning();
    else if (this.#before?.taught === this.#lessons()) this.#learned = this.#before.entities;
    else this.#learned = yield* learningOf([...this.onDisk.teaching, ...open]);
    this.#before = undefined;
    this.#entities = namedBeside(this.#learned, this.#added);
    return this.#entities;
  }

  /** What was learned from these events, for the next moment; undefined where nobody has asked. */
  get learned(): Learned | undefined {
    return this.#learned && { onDisk: this.onDisk, taught: this.#lessons(), entities: this.#learned };
  }

  /** All that open logs say of which entities are made. */
  #lessons(): string {
    return JSON.stringify(
      this.open.teaching.map(({ log, facts }) => {
        const { index, time, organizationId, learned } = facts;
        return [log, index, time, organizationId, learned];
      }),
    );
  }

  /** Rows for which an event of the other side speaks. */
  get silenced(): { readonly onDisk: ReadonlySet<number>; readonly open: ReadonlySet<number> } {
    return this.#silenced;
  }

  /** Both sides, what is on disk first, each with the rows for which the other one speaks. */
  get sides(): readonly { readonly together: RowsTogether; readonly silenced: ReadonlySet<number> }[] {
    return [
      { together: this.onDisk, silenced: this.#silenced.onDisk },
      { together: this.open, silenced: this.#silenced.open },
    ];
  }

  /** Whether some event is of a log that WorkMail itself writes. */
  get holdsOwn(): boolean {
    this.#holdsOwn ??= this.sides.some(({ together }) =>
      together.rows.pieces.some(({ piece }) => piece.chunk().own.count > 0),
    );
    return this.#holdsOwn;
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

  #copies(event: EventInLog): readonly EventInLog[] {
    const key = distinctKey(event);
    const speaking = this.#speakingKey(key);
    const poorer = this.#poorerOf.get(speaking);
    if (poorer === undefined) return this.#copiesFor(speaking);
    const all = [speaking, ...poorer].flatMap((each) => this.#copiesFor(each));
    // The call first, and of its copies the open one.
    return Array.from(new Set(all)).sort((left, right) => testimony(left) - testimony(right));
  }

  /** One may be spoken for on its own side, by another one that is spoken for across the border: none of them by one that says less. */
  #speakingKey(key: string): string {
    let speaking = key;
    for (let next: string | undefined = key; next !== undefined; ) {
      speaking = next;
      next = this.#speakingOf.get(next) ?? this.open.speakingKey(next) ?? this.onDisk.speakingKey(next);
    }
    return speaking;
  }

  #copiesFor(key: string): readonly EventInLog[] {
    return [...this.open.copies(key), ...this.onDisk.copies(key)];
  }
}

function testimony({ facts }: EventInLog): number {
  return isWitness(facts) ? 1 : 0;
}
