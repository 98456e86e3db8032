import type { Act } from '../act';

/** Chains of roles are rarely longer than three, and a made-up log could have one without end. */
const MOST_ROUNDS = 16;

/** Credentials that are good for a while: who took them is who acts with them. A key that stays may be for somebody else. */
const TEMPORARY = /^ASIA/;

interface Giver {
  readonly actor: string;
  readonly accessKey: string;
  readonly isService: boolean;
}

/** Whose hand is behind an act: the actor, or where he took on a role, the actor who did, as far as the logs tell. */
export class Hands {
  readonly #givers = new Map<string, Giver>();
  readonly #known = new Map<string, string>();
  /** Of one act it is asked for each sequence that it may belong to. */
  #latest: Act | undefined;
  #ofLatest = '';

  /** @param giving the acts that gave out access keys, as they happened */
  constructor(giving: readonly Act[]) {
    for (const { row, actorKey, isByService } of giving) {
      for (const text of row.made) {
        if (!TEMPORARY.test(text) || this.#givers.has(text)) continue;
        this.#givers.set(text, { actor: actorKey, accessKey: row.accessKey, isService: isByService });
      }
    }
  }

  /** The same for all acts of one hand; empty where nobody is known, and where a service of AWS acts on its own account. */
  of(act: Act): string {
    if (act === this.#latest) return this.#ofLatest;
    this.#ofLatest = this.#found(act);
    this.#latest = act;
    return this.#ofLatest;
  }

  #found(act: Act): string {
    const { accessKey } = act.row;
    const known = accessKey === '' ? undefined : this.#known.get(accessKey);
    if (known !== undefined) return known;
    if (act.isByService) return '';
    const hand = this.#behind(act.actorKey, accessKey);
    if (accessKey !== '') this.#known.set(accessKey, hand);
    return hand;
  }

  #behind(actor: string, accessKey: string): string {
    let hand = actor;
    let key = accessKey;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const giver = this.#givers.get(key);
      if (giver === undefined || giver.isService || giver.actor === '') return hand;
      hand = giver.actor;
      key = giver.accessKey;
    }
    return hand;
  }
}
