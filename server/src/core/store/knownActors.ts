import { isMasked } from '../check/markers';
import { type Actor, actorKindNamed, actorOf } from '../explain/actor';
import { sessionNameIn } from '../explain/actorName';
import { parseArn } from '../explain/values/arn';
import { type Doer, doerCalled, type SessionSaid } from '../investigate/doer';
import type { JsonObject } from '../record';
import type { CallText, IdentityText } from './columns';

/** The columns of a row that say who acted. */
export interface ActorNumbers {
  readonly identity: number;
  readonly principal: number;
  readonly call: number;
}

/** Where the numbers of actors lead. */
export interface ActorTexts {
  text(number: number): string;
  callText(call: number, name: CallText): string;
  identityText(identity: number, name: IdentityText): string;
}

/** Numbers of texts stay far below. */
const MANY = 2 ** 24;

/** What may tell actors of one identity apart. */
const ASKS_CALL = 1;
const ASKS_PRINCIPAL = 2;
const KNOWN = 4;

/** Who acted, made once for all rows that say the same: where sessions are as many as rows, most still have identities in common. */
export class KnownActors {
  readonly #texts: ActorTexts;
  readonly #asked: number[] = [];
  readonly #actors = new Made<Actor>();
  readonly #doers: (Doer | null | undefined)[] = [];
  readonly #doersBeside = new Map<Actor, Doer>();

  constructor(texts: ActorTexts) {
    this.#texts = texts;
  }

  /** All that is told of an actor, but for what differs between sessions of one identity. */
  actor(numbers: ActorNumbers): Actor {
    const key = this.#keyBeside(numbers);
    const known = this.#actors.at(numbers.identity, key);
    if (known !== undefined) return known;
    const actor = actorOf(this.eventOf(numbers));
    this.#actors.put(numbers.identity, key, actor);
    return actor;
  }

  /** The same as far as acts are told apart by it. */
  doer(numbers: ActorNumbers): Doer {
    const { identity } = numbers;
    let known = this.#doers[identity];
    if (known === undefined) {
      known = this.#doerByArn(identity);
      this.#doers[identity] = known;
    }
    return known ?? this.#doerBeside(numbers);
  }

  /** Whether the name of an actor may depend on the call: that of a service that the identity does not name. */
  asksCall(identity: number): boolean {
    return (this.#askedOf(identity) & ASKS_CALL) !== 0;
  }

  /** The same for the principalId: where nothing else tells who it is. */
  asksPrincipal(identity: number): boolean {
    return (this.#askedOf(identity) & ASKS_PRINCIPAL) !== 0;
  }

  /** As much of a record as tells who acted, without what differs between sessions: an empty text is as good as none. */
  eventOf({ identity, principal, call }: ActorNumbers): JsonObject {
    const own = (name: IdentityText): string => this.#texts.identityText(identity, name);
    return {
      eventType: this.#texts.callText(call, 'type'),
      eventSource: this.#texts.callText(call, 'source'),
      userIdentity: {
        type: own('type'),
        accountId: own('accountId'),
        userName: own('userName'),
        arn: own('arn'),
        invokedBy: own('invokedBy'),
        identityProvider: own('identityProvider'),
        principalId: this.#texts.text(principal),
        onBehalfOf: { userId: own('userId') },
        sessionContext: {
          sessionIssuer: { arn: own('issuerArn'), userName: own('issuerUserName') },
          attributes: { mfaAuthenticated: own('mfaAuthenticated') },
        },
      },
    };
  }

  /** Nearly all are told apart by their ARN, whatever else is said; null where somebody is not. */
  #doerByArn(identity: number): Doer | null {
    const kind = actorKindNamed(this.#texts.identityText(identity, 'type'));
    if (kind === undefined || kind === 'aws-service') return null;
    const arn = this.#texts.identityText(identity, 'arn');
    return arn === '' || isMasked(arn) ? null : doerCalled(arn, this.#sessionOf(identity));
  }

  #doerBeside(numbers: ActorNumbers): Doer {
    const actor = this.actor(numbers);
    const known =
      this.#doersBeside.get(actor) ??
      doerCalled(actor.key, actor.kind === 'aws-service' ? undefined : this.#sessionOf(numbers.identity));
    this.#doersBeside.set(actor, known);
    return known;
  }

  #sessionOf(identity: number): SessionSaid {
    const own = (name: IdentityText): string => this.#texts.identityText(identity, name);
    return {
      type: own('type'),
      issuer: own('issuerArn') || own('issuerUserName'),
      get name() {
        return sessionNameIn(own('arn'));
      },
    };
  }

  /** 0 where the identity says it all. */
  #keyBeside({ identity, principal, call }: ActorNumbers): number {
    const asked = this.#askedOf(identity);
    if (asked === KNOWN) return 0;
    return ((asked & ASKS_PRINCIPAL) === 0 ? 0 : principal) + MANY * ((asked & ASKS_CALL) === 0 ? 0 : call);
  }

  #askedOf(identity: number): number {
    const known = this.#asked[identity];
    if (known !== undefined) return known;
    const asked =
      KNOWN + (this.#isServiceOfCall(identity) ? ASKS_CALL : 0) + (this.#saysItAll(identity) ? 0 : ASKS_PRINCIPAL);
    this.#asked[identity] = asked;
    return asked;
  }

  #isServiceOfCall(identity: number): boolean {
    const type = this.#texts.identityText(identity, 'type');
    return (type === '' || type === 'AWSService') && this.#texts.identityText(identity, 'invokedBy') === '';
  }

  /** Whether who acted is named and told apart without the id of the principal: see `actorOf`. */
  #saysItAll(identity: number): boolean {
    const own = (name: IdentityText): string => this.#texts.identityText(identity, name);
    const kind = actorKindNamed(own('type'));
    if (kind === 'aws-service') return true;
    const arn = own('arn');
    if (kind === undefined || arn === '' || isMasked(arn)) return false;
    switch (kind) {
      case 'root':
        return true;
      case 'role-session':
        return SESSION.test(parseArn(arn)?.resource ?? '');
      default:
        return own('userName') !== '';
    }
  }
}

const SESSION = /^assumed-role\/[^/]*\//;

/** What was made of identities, and of what stands beside some of them. */
class Made<T> {
  readonly #ofIdentity: (T | undefined)[] = [];
  readonly #beside = new Map<number, Map<number, T>>();

  at(identity: number, key: number): T | undefined {
    return key === 0 ? this.#ofIdentity[identity] : this.#beside.get(identity)?.get(key);
  }

  put(identity: number, key: number, made: T): void {
    if (key === 0) {
      this.#ofIdentity[identity] = made;
      return;
    }
    const known = this.#beside.get(identity);
    if (known === undefined) this.#beside.set(identity, new Map([[key, made]]));
    else known.set(key, made);
  }
}
