import { programOf } from '../../explain/program';
import { isMailCall } from '../../record';
import type { Act } from '../act';
import { BUSY, type Deed } from './deed';
import { Hands, type Person, type Place } from './hand';
import { deedOf, type Kind, Kinds } from './kind';

/** An act with who did it and from where, as moves are told by. What many ask for is read from the columns once. */
export class Line {
  readonly act: Act;
  /** Its place among all acts, as they happened. */
  readonly order: number;
  readonly kind: Kind;
  readonly deed: Deed;
  /** Whether it is more than looking. */
  readonly isBusy: boolean;
  /** Milliseconds since 1970; 0 where no time can be read. */
  readonly at: number;
  /** Stands for who acts among lines that are read together: 0 for services of AWS. */
  readonly whoNumber: number;
  /** The same for the net. */
  readonly netNumber: number;
  readonly #person: Person;
  readonly #place: Place;
  #organization: string | undefined;
  #mailbox: string | undefined;
  #made: readonly string[] | undefined;

  constructor(act: Act, order: number, kind: Kind, hand: { readonly person: Person; readonly place: Place }) {
    this.act = act;
    this.order = order;
    this.kind = kind;
    this.deed = deedOf(kind, act);
    this.isBusy = BUSY.has(this.deed);
    const { time } = act;
    this.at = time === Number.POSITIVE_INFINITY ? 0 : time;
    this.#person = hand.person;
    this.#place = hand.place;
    this.whoNumber = hand.person.number;
    this.netNumber = hand.place.number;
  }

  /** In small letters. */
  get service(): string {
    return this.kind.service;
  }

  get action(): string {
    return this.kind.action;
  }

  /** See `Doer`; empty for services of AWS. */
  get who(): string {
    return this.#person.text;
  }

  /** Stands for the role of a session, or else for who acts. */
  get roleNumber(): number {
    return this.#person.role;
  }

  /** The address, or the network of a home with IPv6. Empty where AWS stands in its place. */
  get net(): string {
    return this.#place.text;
  }

  /** Stands for the net with its neighbours: see `Place`. */
  get poolNumber(): number {
    return this.#place.pool;
  }

  /** The organization of WorkMail; empty for other services. */
  get organization(): string {
    this.#organization ??= !isMailCall(this.act.facts.service) ? '' : this.act.row.organization;
    return this.#organization;
  }

  /** The mailbox that a call of WorkMail is about, in small letters; empty for what names none. */
  get mailbox(): string {
    this.#mailbox ??= !isMailCall(this.act.facts.service) ? '' : mailboxIn(this.act.facts.targets);
    return this.#mailbox;
  }

  /** What the call made or gave out. */
  get made(): readonly string[] {
    this.#made ??= this.act.row.made;
    return this.#made;
  }

  /** All ids and names in its request and its answer. */
  get named(): readonly string[] {
    return this.act.row.named;
  }
}

/** Reads acts as lines. */
export function linesOf(acts: readonly Act[]): readonly Line[] {
  const [hands, kinds] = [new Hands(), new Kinds()];
  return acts.map((act, order) => new Line(act, order, kinds.of(act), hands.of(act)));
}

/** Lines of each who acts, by number; of services of AWS none. */
export function linesByWho(lines: readonly Line[]): readonly (readonly Line[])[] {
  const found: Line[][] = [[]];
  for (const line of lines) {
    if (line.whoNumber === 0) continue;
    const known = found[line.whoNumber];
    if (known === undefined) found[line.whoNumber] = [line];
    else known.push(line);
  }
  return found;
}

/** Whether a grant lets somebody read; to send in somebody's name opens nothing. */
export function opensAll({ act }: Line): boolean {
  const values = act.contents.requestParameters?.permissionValues;
  return !Array.isArray(values) || values.includes('FULL_ACCESS');
}

function mailboxIn(targets: Act['facts']['targets']): string {
  for (const { parameter, id } of targets)
    if (parameter === 'entityId' || parameter === 'userId') return id.toLowerCase();
  return '';
}

/** The family of a program: versions change with every update. */
export function familyNamed(userAgent: string): string {
  return programOf(userAgent) ?? userAgent.slice(0, Math.max(0, userAgent.search(/[/ ]/)));
}

/** Lines as they happened, each once. */
export function inOrder(lines: readonly Line[]): readonly Line[] {
  const sorted = [...lines].sort((one, other) => one.order - other.order);
  return sorted.filter((line, at) => line !== sorted[at - 1]);
}
