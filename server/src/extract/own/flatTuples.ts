import { errorOf, IMPERSONATION_ROLE, WORKMAIL_USER } from '../../core/read/own/ownEnvelope';
import { readsOnly } from '../../core/read/own/ownReading';
import { callTexts, identityTexts } from '../../core/store/columns';
import { EVENT_ID_IS_TEXT, packedState } from '../../core/store/rowState';
import { Tuples } from '../../core/store/texts';
import type { FlatLines } from './flatLines';
import type { FlatPlan } from './flatPlan';
import type { Organization } from './organizations';

/** More acts, and more names that were tried, are not remembered. */
const MOST_KNOWN = 20_000;

/** What was done, and what the states of rows say of it. */
export interface FlatCall {
  readonly call: number;
  readonly state: number;
}

/** In place of the number of a name. */
const [BY_ID, BY_ROLE] = [-1, -2];

/** What rows of one log and one organization have in common. */
export class FlatTuples {
  readonly calls = new Tuples(callTexts.length);
  readonly identities = new Tuples(identityTexts.length);
  readonly #lines: FlatLines;
  readonly #known = new Map<FlatPlan, Map<Organization, Shared>>();
  #plan: FlatPlan | undefined;
  #organization: Organization | undefined;
  #shared: Shared = newShared();

  constructor(lines: FlatLines) {
    this.#lines = lines;
  }

  /** Tells of what the next rows are. */
  beOf(plan: FlatPlan, organization: Organization): void {
    if (plan === this.#plan && organization === this.#organization) return;
    this.#plan = plan;
    this.#organization = organization;
    const ofPlan = this.#known.get(plan) ?? new Map<Organization, Shared>();
    this.#known.set(plan, ofPlan);
    if (ofPlan.size > MOST_KNOWN) ofPlan.clear();
    this.#shared = ofPlan.get(organization) ?? newShared();
    ofPlan.set(organization, this.#shared);
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

  /** @param id the number of the text of its id @param name that of the name that was tried @param isRole whether an impersonation role acted */
  identity(id: number, name: number, isRole: boolean): number {
    const { names } = this.#shared;
    // An id tells by itself whose it is, and stands in a column of its own.
    const key = id === 0 ? name : isRole ? BY_ROLE : BY_ID;
    const known = names.get(key);
    if (known !== undefined) return known;
    const hasActor = id !== 0 || name !== 0;
    const type = hasActor ? this.#lines.numberOf(isRole ? IMPERSONATION_ROLE : WORKMAIL_USER) : 0;
    const account = hasActor ? (this.#organization?.account ?? 0) : 0;
    const made = this.identities.numberOf([type, account, id === 0 ? name : 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    if (names.size < MOST_KNOWN) names.set(key, made);
    return made;
  }

  #madeCall(act: number, truth: number): FlatCall {
    const { log } = this.#plan ?? {};
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
