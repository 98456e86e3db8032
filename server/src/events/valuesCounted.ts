import type { CancellationToken } from 'vscode-languageserver';
import type { FieldName } from '../core/index';
import type { ValueCounts } from '../core/store/facets';
import { cancelled, drain } from '../host/cooperate';
import type { Platform } from '../host/platform';
import type { Turns } from '../host/turns';
import { countValues } from './countValues';
import type { MergedEvents } from './mergedEvents';
import { fieldsCounted } from './preparing';
import { quietly } from './quietWork';

/** Rarer values nobody looks through, but who types the beginning of one wants it. */
const MOST_VALUES = 10_000;

/** The values of fields of all events. What was counted last is not counted again; of other events nothing is kept. */
export class ValuesCounted {
  readonly #platform: Platform;
  readonly #turns: Turns;
  #last: { readonly merged: MergedEvents; readonly byField: Map<FieldName, ValueCounts> } | undefined;

  /** @param turns of all work on these events */
  constructor(platform: Platform, turns: Turns) {
    this.#platform = platform;
    this.#turns = turns;
  }

  /**
   * The values of a field, the most frequent first, and how many events have each.
   *
   * @throws ResponseError when it was called off
   */
  async of(merged: MergedEvents, field: FieldName, token: CancellationToken): Promise<ValueCounts> {
    const known = this.#known(merged).get(field);
    if (known !== undefined) return known;
    const facets = await this.#turns.during(() =>
      drain(countValues(merged, field), this.#platform, token, () => undefined),
    );
    if (facets === undefined) throw cancelled();
    const counts = facets.values(MOST_VALUES).get(field) ?? [];
    this.#known(merged).set(field, counts);
    return counts;
  }

  /** Counts what is asked for first, while nobody asks anything. */
  async ahead(merged: MergedEvents, isWanted: () => boolean): Promise<void> {
    for (const field of fieldsCounted) {
      const facets = await quietly(countValues(merged, field), isWanted, this.#platform, this.#turns);
      const known = facets && this.#known(merged);
      if (facets === undefined || known?.has(field) === true) continue;
      known?.set(field, facets.values(MOST_VALUES).get(field) ?? []);
    }
  }

  #known(merged: MergedEvents): Map<FieldName, ValueCounts> {
    if (this.#last?.merged !== merged) this.#last = { merged, byField: new Map() };
    return this.#last.byField;
  }
}
