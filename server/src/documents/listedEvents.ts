import { type Entities, type EventFacts, type EventInLog, entitiesOf, type LabelledEvent, listed } from '../core/index';
import { type Analysis, factsAt } from './analysis';

/** The events of one log as lists tell of them, with the names that this log teaches. */
export class ListedEvents {
  readonly #analysis: Analysis;
  #entities: Entities | undefined;
  #areOfDays: boolean | undefined;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** Undefined where the log has no such record. */
  at(index: number): LabelledEvent | undefined {
    const facts = factsAt(this.#analysis, index);
    return facts && this.of(facts);
  }

  /** @param facts of a record of this log, in whichever of its versions */
  of(facts: EventFacts): LabelledEvent {
    this.#entities ??= entitiesOf(teachingIn(this.#analysis));
    return listed({ log: 0, facts }, this.#entities);
  }

  /** Whether they happened on more than one day, in UTC. */
  get areOfDays(): boolean {
    this.#areOfDays ??= areOfDays(this.#analysis);
    return this.#areOfDays;
  }
}

function* teachingIn(analysis: Analysis): Generator<EventInLog> {
  for (const { block, first } of analysis.index.blocks) {
    for (const row of block.teaches.keys()) {
      const facts = factsAt(analysis, first + row);
      if (facts !== undefined) yield { log: 0, facts };
    }
  }
}

const DAY_MS = 86_400_000;

function areOfDays({ index }: Analysis): boolean {
  let known: number | undefined;
  for (const { block } of index.blocks) {
    for (let row = 0; row < block.count; row++) {
      const time = block.time(row);
      if (Number.isNaN(time)) continue;
      const day = Math.floor(time / DAY_MS);
      if (known !== undefined && day !== known) return true;
      known = day;
    }
  }
  return false;
}
