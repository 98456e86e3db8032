import { errorOf, IMPERSONATION_ROLE, WORKMAIL_USER } from '../../core/read/own/ownEnvelope';
import type { OwnLog } from '../../core/read/own/ownLogs';
import { readsOnly } from '../../core/read/own/ownReading';
import { callTexts, identityTexts } from '../../core/store/columns';
import { EVENT_ID_IS_TEXT, packedState } from '../../core/store/rowState';
import { Tuples } from '../../core/store/texts';
import type { FlatLines } from './flatLines';
import type { Organization } from './organizations';

/** More acts, and more names that were tried, are not remembered. */
const MOST_KNOWN = 20_000;

/** What was done, and what the states of rows say of it. */
export interface FlatCall {
  readonly call: number;
  readonly state: number;
}

/** In place of the number of a name; the extractor has the same. */
export const [BY_ID, BY_ROLE] = [2 ** 32 - 1, 2 ** 32 - 2];

/** What rows of one log and one organization have in common. */
export class FlatTuples {
  readonly calls = new Tuples(callTexts.length);
  readonly identities = new Tuples(identityTexts.length);
  readonly #lines: FlatLines;
  readonly #known = new Map<OwnLog, Map<Organization, Shared>>();
  #log: OwnLog | undefined;
  #organization: Organization | undefined;
  #shared: Shared = newShared();

  constructor(lines: FlatLines) {
    this.#lines = lines;
  }

  /** Tells of what the next rows are. */
  beOf(log: OwnLog, organization: Organization): void {
    if (log === this.#log && organization === this.#organization) return;
    this.#log = log;
    this.#organization = organization;
    const ofLog = this.#known.get(log) ?? new Map<Organization, Shared>();
    this.#known.set(log, ofLog);
    if (ofLog.size > MOST_KNOWN) ofLog.clear();
    this.#shared = ofLog.get(organization) ?? newShared();
    ofLog.set(organization, this.#shared);
  }

  /** @param act the number of its text @param truth 1 allowed, 2 refused, 0 not said */
  call(act: number, truth: number): FlatCall {
    const { calls } = this.#shared;
    const key = 4 * act + truth;
    const known = calls.get(key);
    if (known !== undefined) return known;
    const made = this.#madeCall(act, truth);
    if (calls.size < MOST_KNOWN) calls.set(key, made);
    return made;
  }

  /** @param name the number of the name that was tried; `BY_ID` or `BY_ROLE` where an id or an impersonation role acted: an id tells by itself whose it is, and stands in a column of its own */
  identity(name: number): number {
    const { names } = this.#shared;
    const known = names.get(name);
    if (known !== undefined) return known;
    const isId = name === BY_ID || name === BY_ROLE;
    const type = name === 0 ? 0 : this.#lines.numberOf(name === BY_ROLE ? IMPERSONATION_ROLE : WORKMAIL_USER);
    const account = name === 0 ? 0 : (this.#organization?.account ?? 0);
    const made = this.identities.numberOf([type, account, isId ? 0 : name, 0, 0, 0, 0, 0, 0, 0, 0]);
    if (names.size < MOST_KNOWN) names.set(name, made);
    return made;
  }

  #madeCall(act: number, truth: number): FlatCall {
    const log = this.#log;
    if (log === undefined) return { call: 0, state: 0 };
    const written = log.act.fixed ?? this.#lines.textOf(act);
    const said = written === '' ? (log.act.otherwise ?? '') : written;
    const allowed = truth === 0 ? undefined : truth === 1;
    const numbers = [log.id, said, errorOf({ log, allowed })].map((text) => this.#lines.numberOf(text));
    const { region = 0, account = 0 } = this.#organization ?? {};
    const outcome = allowed === undefined ? 'unknown' : allowed ? 'succeeded' : 'failed';
    const readOnly = readsOnly({ log, act: said });
    const state = packedState({ outcome, readOnly, malformed: null, service: 'own', form: 'object', isNetwork: false });
    return { call: this.calls.numberOf([...numbers, region, account, 0, 0]), state: state | EVENT_ID_IS_TEXT };
  }
}

/** By act and outcome, and by name. */
interface Shared {
  readonly calls: Map<number, FlatCall>;
  readonly names: Map<number, number>;
}

function newShared(): Shared {
  return { calls: new Map(), names: new Map() };
}
