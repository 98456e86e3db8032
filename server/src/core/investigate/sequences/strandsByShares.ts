import type { Act } from '../act';
import type { Hands } from './hands';
import type { Part, Sequence } from './sequence';
import { countShared, sharedAt } from './shares';
import type { Strand } from './strand';

/** Strands of a sequence by what their acts share, one map within the other for each of the things. */
export class StrandsByShares {
  readonly #sequence: Sequence;
  readonly #hands: Hands;
  readonly #root = new Map<string, Branch>();

  constructor(sequence: Sequence, hands: Hands) {
    this.#sequence = sequence;
    this.#hands = hands;
  }

  /** Makes a strand for every choice of one text of each thing that an act shares, where there is none. */
  begin(act: Act, part: Part): void {
    this.#begin(this.#root, act, part, 0);
  }

  /** Whether any strand has been begun for the first thing that an act shares, whatever part it would be: of most acts none has. */
  hasFor(act: Act): boolean {
    if (this.#root.size === 0) return false;
    const [share] = this.#sequence.file.shares;
    if (share === undefined) return true;
    // Most go by who acted: of that no list has to be made.
    if (share === 'actor') return this.#root.has(this.#hands.of(act));
    for (const text of sharedAt(act, this.#sequence, NO_PART, 0, this.#hands)) if (this.#root.has(text)) return true;
    return false;
  }

  /** Adds an act to all strands that have been begun for what it shares. @param position of the act among all */
  add(act: Act, part: Part, position: number): void {
    this.#add(this.#root, act, part, 0, position);
  }

  /** In the order in which they were begun. */
  all(): readonly Strand[] {
    let branches: readonly Branch[] = [this.#root];
    const strands: Strand[] = [];
    while (branches.length > 0) {
      branches = branches.flatMap((branch) => {
        if (branch instanceof Map) return Array.from(branch.values());
        strands.push(branch);
        return [];
      });
    }
    return strands;
  }

  /** Things are few, and so this goes no deeper than they are many. @param at of the things that are looked at */
  #begin(branch: Branch, act: Act, part: Part, at: number): void {
    const count = countShared(this.#sequence, part);
    if (!(branch instanceof Map) || at === count) return;
    for (const text of sharedAt(act, this.#sequence, part, at, this.#hands)) {
      let next = branch.get(text);
      if (next === undefined) {
        next = at === count - 1 ? { acts: [], roles: [] } : new Map<string, Branch>();
        branch.set(text, next);
      }
      this.#begin(next, act, part, at + 1);
    }
  }

  #add(branch: Branch, act: Act, part: Part, at: number, position: number): void {
    if (!(branch instanceof Map)) {
      branch.acts.push(position);
      branch.roles.push(part.role);
      return;
    }
    if (at === countShared(this.#sequence, part)) return;
    for (const text of sharedAt(act, this.#sequence, part, at, this.#hands)) {
      const next = branch.get(text);
      if (next !== undefined) this.#add(next, act, part, at + 1, position);
    }
  }
}

/** What all parts of a sequence share does not depend on them. */
const NO_PART: Pick<Part, 'same'> = { same: [] };

type Branch = Map<string, Branch> | Strand;
