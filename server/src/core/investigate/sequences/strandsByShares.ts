import type { Strand } from './strand';

/** Strands by what their acts share, one map within the other for each of the things. */
export class StrandsByShares {
  readonly #root = new Map<string, Branch>();

  get isEmpty(): boolean {
    return this.#root.size === 0;
  }

  /** Makes a strand for every choice of one text of each thing, where there is none. */
  begin(shared: Shared): void {
    this.#each(this.#root, shared, 0, true, () => undefined);
  }

  /** Adds an act to all strands that have been begun for what it shares. */
  add(shared: Shared, position: number, role: number): void {
    this.#each(this.#root, shared, 0, false, (strand) => {
      strand.acts.push(position);
      strand.roles.push(role);
    });
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
  #each(branch: Branch, shared: Shared, at: number, begins: boolean, found: (strand: Strand) => void): void {
    if (!(branch instanceof Map)) {
      found(branch);
      return;
    }
    if (at === shared.count) return;
    for (const text of shared.textsAt(at)) {
      let next = branch.get(text);
      if (next === undefined && begins) {
        next = at === shared.count - 1 ? { acts: [], roles: [] } : new Map<string, Branch>();
        branch.set(text, next);
      }
      if (next !== undefined) this.#each(next, shared, at + 1, begins, found);
    }
  }
}

/** What an act shares with others: so many things, and the texts of each, which are asked for one after the other. */
export interface Shared {
  readonly count: number;
  readonly textsAt: (at: number) => readonly string[];
}

type Branch = Map<string, Branch> | Strand;
