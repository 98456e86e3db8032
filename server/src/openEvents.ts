import { type Analysis, allFacts } from './analysis';
import { type ActionGroup, type Entities, entitiesOf, groupsOf, inTimeOrder, type PlacedFacts } from './core';
import type { Services } from './protocol';

/** The events of all open logs at one moment, looked at together. What nobody asks for is not computed. */
export class OpenEvents {
  /** Positions in it are the `log` of placed facts. */
  readonly logs: readonly Analysis[];
  readonly revision: number;
  readonly #groups = new Map<Services, readonly ActionGroup[]>();
  readonly #ordered = new Map<ActionGroup, readonly PlacedFacts[]>();
  #entities: Entities | undefined;

  constructor(logs: readonly Analysis[], revision: number) {
    this.logs = logs;
    this.revision = revision;
  }

  /** In the order of the logs. */
  *all(): Generator<PlacedFacts> {
    for (const [log, analysis] of this.logs.entries()) {
      for (const facts of allFacts(analysis)) yield { log, facts };
    }
  }

  /** What the logs teach about ids. */
  get entities(): Entities {
    this.#entities ??= entitiesOf(this.all());
    return this.#entities;
  }

  groups(services: Services): readonly ActionGroup[] {
    const known = this.#groups.get(services) ?? groupsOf(this.all(), services);
    this.#groups.set(services, known);
    return known;
  }

  group(services: Services, key: string): ActionGroup | undefined {
    return this.groups(services).find((group) => group.key === key);
  }

  /** The events of a group in the order they happened. */
  inOrder(group: ActionGroup): readonly PlacedFacts[] {
    const known = this.#ordered.get(group) ?? inTimeOrder(group.events);
    this.#ordered.set(group, known);
    return known;
  }
}
