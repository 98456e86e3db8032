import { isMailCall } from '../../record';
import type { Act } from '../act';
import type { Call } from '../call';
import { type Deed, deedListed, REFUSED } from './deed';

/** What acts of one call have in common, looked up once for all of them. */
export interface Kind {
  /** From 0 on. */
  readonly number: number;
  /** In small letters. */
  readonly service: string;
  readonly action: string;
  /** What such a call does where it went well; undefined where the record has to say. */
  readonly deed: Deed | undefined;
  /** What it is where it did not. */
  readonly failed: Deed;
  /** Whether it tells of an error. */
  readonly hasError: boolean;
}

/** The kinds of some acts. */
export class Kinds {
  /** By what was called, for calls of WorkMail and for all others: a record may be one of WorkMail that does not name the service. */
  readonly #ofWorkMail = new Map<Call, Kind>();
  readonly #ofOthers = new Map<Call, Kind>();

  of(act: Act): Kind {
    const kinds = act.facts.service === 'workmail' ? this.#ofWorkMail : this.#ofOthers;
    const known = kinds.get(act.call);
    if (known !== undefined) return known;
    const kind = kindOf(act, this.#ofWorkMail.size + this.#ofOthers.size);
    kinds.set(act.call, kind);
    return kind;
  }
}

/** @param number where there are others beside it */
export function kindOf({ facts, call: { action, errorCode, ofService } }: Act, number = 0): Kind {
  const service = facts.service === 'workmail' ? facts.service : ofService;
  return {
    number,
    service,
    action,
    deed: deedListed(service, action),
    failed: REFUSED.test(errorCode) ? 'probe' : 'failed',
    hasError: errorCode !== '',
  };
}

/** What an act of a kind does. */
export function deedOf({ deed, failed, hasError }: Kind, { row, facts }: Act): Deed {
  if (hasError || row.outcome === 'failed') return failed;
  if (deed !== undefined) return deed;
  return isMailCall(facts.service) && row.readOnly === false ? 'work' : 'other';
}
