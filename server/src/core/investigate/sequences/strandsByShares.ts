import type { Strand } from './strand';

/** Strands by what their acts share, one map within the other for each of the things. */
export class StrandsByShares {
  readonly #root = new Map<string, Branch>();

  /** Makes a strand for every choice of one text of each thing, where there is none. */
  begin(shared: Shared): void {
    this.#each(shared, (branch, text, isLast) => {
      const made: Branch = isLast ? { acts: [], roles: [] } : new Map<string, Branch>();
      branch.set(text, made);
      return made;
    });
  }

  /** Adds an act to all strands that have been begun for what it shares. */
  add(shared: Shared, position: number, role: number): void {
    for (const strand of this.#each(shared, () => undefined)) {
      strand.acts.push(position);
      strand.roles.push(role);
    }
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

  #each(
    { count, textsAt }: Shared,
    missing: (branch: Map<string, Branch>, text: string, isLast: boolean) => Branch | undefined,
  ): readonly Strand[] {
    let branches: readonly Branch[] = [this.#root];
    for (let at = 0; at < count; at++) {
      const texts = textsAt(at);
      const next: Branch[] = [];
      for (const branch of branches) {
        if (!(branch instanceof Map)) continue;
        for (const text of texts) {
          const found = branch.get(text) ?? missing(branch, text, at === count - 1);
          if (found !== undefined) next.push(found);
        }
      }
      if (next.length === 0) return [];
      branches = next;
    }
    return branches.flatMap((branch) => (branch instanceof Map ? [] : [branch]));
  }
}

/** What an act shares with others: so many things, and the texts of each, which are asked for one after the other. */
export interface Shared {
  readonly count: number;
  readonly textsAt: (at: number) => readonly string[];
}

type Branch = Map<string, Branch> | Strand;
