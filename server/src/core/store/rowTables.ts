import type { Weight } from '../check/schemaTypes';
import { type Actor, actorOf, credentialsOf } from '../explain/actor';
import { sessionNameIn } from '../explain/actorName';
import { knownAction } from '../explain/words';
import { type Call, callOf } from '../investigate/call';
import type { Doer } from '../investigate/doer';
import { ownLogNamed } from '../read/own/ownLogs';
import { weightOfAct } from '../read/own/ownReading';
import { isMailCall, type Service } from '../record';
import { AddressNumbers } from './addressNumbers';
import { type CallText, callTexts, type IdentityText, identityTexts } from './columns';
import { KeptTexts } from './keptTexts';
import { type ActorNumbers, KnownActors } from './knownActors';
import { SERVICES } from './rowState';
import { Texts, type TextTable, type TupleTable } from './texts';

/** What the numbers of some rows mean. */
export interface Tables {
  readonly texts: TextTable;
  /** Tuples of `callTexts`. */
  readonly calls: TupleTable;
  /** Tuples of `identityTexts`. */
  readonly identities: TupleTable;
}

/** The columns of some rows that say who acted. */
export interface ActorColumns {
  readonly identities: Uint32Array;
  readonly principals: Uint32Array;
  readonly calls: Uint32Array;
}

/** Of actors and their calls: a power of two. */
const KEPT = 8192;

const CALL: ReadonlyMap<CallText, number> = new Map(callTexts.map((name, at) => [name, at]));
const IDENTITY: ReadonlyMap<IdentityText, number> = new Map(identityTexts.map((name, at) => [name, at]));

/** The tables of some rows, with what follows from their texts: that is made once for all rows that say the same. */
export class RowTables {
  readonly addresses: AddressNumbers;
  readonly #tables: Tables;
  readonly #knownActors = new KnownActors(this);
  readonly #calls: (Call | undefined)[] = [];
  readonly #actorNames = new Texts();
  #keptActors: Uint32Array | undefined;
  readonly #commonTexts: KeptTexts;
  readonly #sessionNames = new Map<number, string>();
  /** Null for calls of which nothing is known. */
  readonly #weights: (Weight | null | undefined)[] = [];

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#commonTexts = new KeptTexts({
      size: () => tables.texts.size,
      textOf: (number) => tables.texts.textOf(number),
    });
    this.addresses = new AddressNumbers(tables.texts);
  }

  get texts(): TextTable {
    return this.#tables.texts;
  }

  get calls(): TupleTable {
    return this.#tables.calls;
  }

  get identities(): TupleTable {
    return this.#tables.identities;
  }

  text(number: number): string {
    return this.#tables.texts.textOf(number);
  }

  /** The same: what gives texts for numbers is called so everywhere. */
  textOf(number: number): string {
    return this.text(number);
  }

  callText(call: number, name: CallText): string {
    return this.commonText(this.callTextNumber(call, name));
  }

  callTextNumber(call: number, name: CallText): number {
    return this.#tables.calls.at(call, CALL.get(name) ?? 0);
  }

  identityText(identity: number, name: IdentityText): string {
    return this.commonText(this.#tables.identities.at(identity, IDENTITY.get(name) ?? 0));
  }

  /** A text that may stand in many rows, such as an address: see `KeptTexts`. */
  commonText(number: number): string {
    return this.#commonTexts.textOf(number);
  }

  /** What was called: the same object for all rows of a call. */
  calledBy(call: number): Call {
    const known =
      this.#calls[call] ??
      callOf(this.callText(call, 'source'), this.callText(call, 'action'), this.callText(call, 'errorCode'));
    this.#calls[call] = known;
    return known;
  }

  /** Who acted, but for what differs between sessions of one identity. */
  actor(numbers: ActorNumbers): Actor {
    return this.#knownActors.actor(numbers);
  }

  /** What tells actors of an identity apart. */
  asksBeside(identity: number): { readonly call: boolean; readonly principal: boolean } {
    return {
      call: this.#knownActors.asksCall(identity),
      principal: this.#knownActors.asksPrincipal(identity),
    };
  }

  /** The same as far as acts are told apart by it. */
  doer(numbers: ActorNumbers): Doer {
    return this.#knownActors.doer(numbers);
  }

  /**
   * All that can be told of who acted, with what the session says of itself; an empty text is as good as none.
   *
   * @param isDated the session says when it began
   */
  wholeActor(numbers: ActorNumbers, accessKeyId: string, isDated: boolean): Actor {
    const actor = this.actor(numbers);
    const key = accessKeyId === '' ? undefined : accessKeyId;
    return { ...actor, accessKeyId: key, credentials: credentialsOf(actor.kind, key, isDated) };
  }

  /**
   * The numbers of the names of who acted; names have a table of their own, since they stand in no record. Rows are a few actors many times:
   * what was told last is kept, by a place that follows from the numbers.
   */
  actorNumbers({ identities, principals, calls }: ActorColumns): Uint32Array {
    const numbers = new Uint32Array(identities.length);
    this.#keptActors ??= new Uint32Array(4 * KEPT);
    const kept = this.#keptActors;
    for (let row = 0; row < numbers.length; row++) {
      const identity = identities[row] ?? 0;
      const principal = principals[row] ?? 0;
      const call = this.#knownActors.asksCall(identity) ? (calls[row] ?? 0) : 0;
      const mixed =
        Math.imul(identity + 1, 0x9e3779b1) ^ Math.imul(principal + 1, 0x85ebca6b) ^ Math.imul(call + 1, 0xc2b2ae35);
      const at = 4 * ((mixed ^ (mixed >>> 15)) & (KEPT - 1));
      // A number of 0 says that nothing is kept there, for all others are one too large.
      if (kept[at + 3] === 0 || kept[at] !== identity || kept[at + 1] !== principal || kept[at + 2] !== call) {
        kept[at] = identity;
        kept[at + 1] = principal;
        kept[at + 2] = call;
        const { name } = actorOf(this.#knownActors.eventOf({ identity, principal, call }));
        kept[at + 3] = this.#actorNames.numberOf(name) + 1;
      }
      numbers[row] = (kept[at + 3] ?? 0) - 1;
    }
    return numbers;
  }

  get actorNames(): TextTable {
    return this.#actorNames;
  }

  /** Numbers of the texts that identities have there: they have few. */
  invokedBy(identities: Uint32Array): Uint32Array {
    const at = IDENTITY.get('invokedBy') ?? 0;
    return identities.map((identity) => this.#tables.identities.at(identity, at));
  }

  sessionName(identity: number): string {
    const known = this.#sessionNames.get(identity) ?? sessionNameIn(this.identityText(identity, 'arn'));
    this.#sessionNames.set(identity, known);
    return known;
  }

  /** How much a call matters; undefined for calls of other services and those that the catalog does not know. @param isAtHome see `OwnRows` */
  weight(call: number, service: Service, isAtHome: boolean): Weight | undefined {
    const key = 8 * call + (isAtHome ? 4 : 0) + SERVICES.indexOf(service);
    const known = this.#weights[key];
    if (known !== undefined) return known ?? undefined;
    const name = this.callText(call, 'action');
    const weight = this.#weightOf(service, name, call, isAtHome);
    while (this.#weights.length <= key) this.#weights.push(undefined);
    this.#weights[key] = weight ?? null;
    return weight;
  }

  #weightOf(service: Service, name: string, call: number, isAtHome: boolean): Weight | undefined {
    if (service !== 'own')
      return isMailCall(service) && name !== '' ? knownAction({ service, name })?.entry.weight : undefined;
    const log = ownLogNamed(this.callText(call, 'source'));
    return log && weightOfAct(log, name, isAtHome);
  }
}
