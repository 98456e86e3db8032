import { exactly, type GroupField, groupQuestion, printQuestion, type Question } from '../core/index';
import type { AllEvents } from './allEvents';
import type { Sides } from './groupedEvents';
import type { MergedEvents } from './mergedEvents';
import type { Split } from './partition';
import type { RankedGroup } from './rankedGroups';
import type { RowsTogether } from './rowsTogether';
import { serviceSplit } from './serviceSplit';

/** What events are split by: all that trees group them by, and the service. */
export type SplitBy = GroupField | 'service';

/** Splits the events of both sides. What was split of rows once is kept with them. */
export class SplitEvents {
  readonly #events: AllEvents;
  readonly #services = new WeakMap<RowsTogether, Split>();

  constructor(events: AllEvents) {
    this.#events = events;
  }

  /** The groups of all rows. */
  async by(merged: MergedEvents, by: SplitBy): Promise<Sides<Split>> {
    if (by === 'service') return { onDisk: this.#byService(merged.onDisk), open: this.#byService(merged.open) };
    return (await this.#events.level(merged, by)) ?? { onDisk: merged.onDisk.byAction, open: merged.open.byAction };
  }

  #byService(together: RowsTogether): Split {
    const split = this.#services.get(together) ?? serviceSplit(together);
    this.#services.set(together, split);
    return split;
  }
}

/** The question that picks the events of a group. */
export function questionOfGroup(by: SplitBy, { key, texts }: Pick<RankedGroup, 'key' | 'texts'>): string {
  if (by === 'service') return printQuestion(serviceQuestion(key));
  return printQuestion(groupQuestion(by, key, texts.length === 0 ? [key] : Array.from(new Set(texts))));
}

function serviceQuestion(key: string): Question {
  return {
    kind: 'field',
    field: 'service',
    values: [key === '' ? { kind: 'word', word: 'none' } : exactly(key)],
  };
}
