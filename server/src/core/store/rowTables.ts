import type { Weight } from '../check/schemaTypes';
import { type Actor, actorOf, credentialsOf } from '../explain/actor';
import { sessionNameIn } from '../explain/actorName';
import { knownAction } from '../explain/words';
import type { JsonObject, Service } from '../record';
import { AddressNumbers } from './addressNumbers';
import { type CallText, callTexts, type IdentityText, identityTexts } from './columns';
import { Texts, type TextTable, type TupleTable } from './texts';

/** What the numbers of some rows mean. */
export interface Tables {
  readonly texts: TextTable;
  /** Tuples of `callTexts`. */
  readonly calls: TupleTable;
  /** Tuples of `identityTexts`. */
  readonly identities: TupleTable;
}

/** The columns of a row that say who acted. */
export interface ActorNumbers {
  readonly identity: number;
  readonly principal: number;
  readonly call: number;
}

/** The same of many rows. */
export interface ActorColumns {
  readonly identities: Uint32Array;
  readonly principals: Uint32Array;
  readonly calls: Uint32Array;
}

/** Of actors and their calls, and of texts of tuples: a power of two. */
const KEPT = 8192;

const CALL: ReadonlyMap<CallText, number> = new Map(callTexts.map((name, at) => [name, at]));
const IDENTITY: ReadonlyMap<IdentityText, number> = new Map(identityTexts.map((name, at) => [name, at]));
/** Numbers of texts stay far below. */
const MANY = 2 ** 24;

/** The tables of some rows, with what follows from their texts: that is made once for all rows that say the same. */
export class RowTables {
  readonly addresses: AddressNumbers;
  readonly #tables: Tables;
  readonly #actors = new Map<number, Map<number, Actor>>();
  readonly #actorNames = new Texts();
  #keptActors: Uint32Array | undefined;
  readonly #callIsAsked: (boolean | undefined)[] = [];
  readonly #sessionNames = new Map<number, string>();
  readonly #tupleTexts = new Map<number, string>();
  readonly #weights = new Map<number, Weight | undefined>();

  constructor(tables: Tables) {
    this.#tables = tables;
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
    return this.#tupleText(this.callTextNumber(call, name));
  }

  callTextNumber(call: number, name: CallText): number {
    return this.#tables.calls.at(call, CALL.get(name) ?? 0);
  }

  identityText(identity: number, name: IdentityText): string {
    return this.#tupleText(this.#tables.identities.at(identity, IDENTITY.get(name) ?? 0));
  }

  /** Each stands in many rows; but where sessions are as many as rows, so are the texts that tell them apart. */
  #tupleText(number: number): string {
    const known = this.#tupleTexts.get(number);
    if (known !== undefined) return known;
    const text = this.text(number);
    if (this.#tupleTexts.size >= KEPT) this.#tupleTexts.clear();
    this.#tupleTexts.set(number, text);
    return text;
  }

  /** Who acted, but for what differs between sessions of one identity. */
  actor({ identity, principal, call }: ActorNumbers): Actor {
    let ofIdentity = this.#actors.get(identity);
    if (ofIdentity === undefined) {
      ofIdentity = new Map();
      this.#actors.set(identity, ofIdentity);
    }
    const asked = this.#asksCall(identity) ? call : 0;
    const key = principal + MANY * asked;
    const known = ofIdentity.get(key) ?? actorOf(this.#eventOf(identity, principal, asked));
    ofIdentity.set(key, known);
    return known;
  }

  /** All that can be told of who acted, with what the session says of itself; an empty text is as good as none. */
  wholeActor(numbers: ActorNumbers, accessKeyId: string, creationDate: string): Actor {
    const actor = this.actor(numbers);
    const key = accessKeyId === '' ? undefined : accessKeyId;
    const began = creationDate === '' ? undefined : creationDate;
    return { ...actor, accessKeyId: key, credentials: credentialsOf(actor.kind, key, began) };
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
      const call = this.#asksCall(identity) ? (calls[row] ?? 0) : 0;
      const mixed =
        Math.imul(identity + 1, 0x9e3779b1) ^ Math.imul(principal + 1, 0x85ebca6b) ^ Math.imul(call + 1, 0xc2b2ae35);
      const at = 4 * ((mixed ^ (mixed >>> 15)) & (KEPT - 1));
      // A number of 0 says that nothing is kept there, for all others are one too large.
      if (kept[at + 3] === 0 || kept[at] !== identity || kept[at + 1] !== principal || kept[at + 2] !== call) {
        kept[at] = identity;
        kept[at + 1] = principal;
        kept[at + 2] = call;
        const { name } = actorOf(this.#eventOf(identity, principal, call));
        kept[at + 3] = this.#actorNames.numberOf(name) + 1;
      }
      numbers[row] = (kept[at + 3] ?? 0) - 1;
    }
    return numbers;
  }

  get actorNames(): TextTable {
    return this.#actorNames;
  }

  sessionName(identity: number): string {
    const known = this.#sessionNames.get(identity) ?? sessionNameIn(this.identityText(identity, 'arn'));
    this.#sessionNames.set(identity, known);
    return known;
  }

  /** How much a call matters; undefined for calls of other services and those that the catalog does not know. */
  weight(call: number, service: Service): Weight | undefined {
    const key = 4 * call + (service === 'other' ? 0 : service === 'workmail' ? 1 : 2);
    if (this.#weights.has(key)) return this.#weights.get(key);
    const name = this.callText(call, 'action');
    const isKnown = service !== 'other' && name !== '';
    const weight = isKnown ? knownAction({ service, name })?.entry.weight : undefined;
    this.#weights.set(key, weight);
    return weight;
  }

  /** Whether the name of an actor may depend on the call: that of a service that the identity does not name. */
  #asksCall(identity: number): boolean {
    const known = this.#callIsAsked[identity];
    if (known !== undefined) return known;
    const type = this.identityText(identity, 'type');
    const isAsked = (type === '' || type === 'AWSService') && this.identityText(identity, 'invokedBy') === '';
    this.#callIsAsked[identity] = isAsked;
    return isAsked;
  }

  /** As much of a record as tells who acted, without what differs between sessions: an empty text is as good as none. */
  #eventOf(identity: number, principal: number, call: number): JsonObject {
    const own = (name: IdentityText): string => this.identityText(identity, name);
    return {
      eventType: this.callText(call, 'type'),
      eventSource: this.callText(call, 'source'),
      userIdentity: {
        type: own('type'),
        accountId: own('accountId'),
        userName: own('userName'),
        arn: own('arn'),
        invokedBy: own('invokedBy'),
        identityProvider: own('identityProvider'),
        principalId: this.text(principal),
        onBehalfOf: { userId: own('userId') },
        sessionContext: {
          sessionIssuer: { arn: own('issuerArn'), userName: own('issuerUserName') },
          attributes: { mfaAuthenticated: own('mfaAuthenticated') },
        },
      },
    };
  }
}
